-- case: 1063_at_local_when
-- part: A
-- rule: AT LOCAL came with PG17
-- expect: install-error 42601 syntax error at or near "LOCAL"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.at AT LOCAL > NEW.loc) EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
