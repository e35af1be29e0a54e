-- case: 1064_at_local_type
-- part: A
-- rule: AT LOCAL of a timestamptz is a timestamp
-- expect: install-error 42601 syntax error at or near "LOCAL"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: install-error 42804 argument of WHEN must be type boolean, not type timestamp without time zone
-- expect-18: install-error 42804 argument of WHEN must be type boolean, not type timestamp without time zone
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.at AT LOCAL) EXECUTE FUNCTION f();
