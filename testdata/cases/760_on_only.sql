-- case: 760_on_only
-- part: A
-- rule: ON ONLY
-- expect: install-error 42601 syntax error at or near "ONLY"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON ONLY t FOR EACH ROW EXECUTE FUNCTION f();
