-- case: 927_when_schema_missing_function
-- part: A
-- rule: a function of a missing schema
-- expect: install-error 3F000 schema "nosuch" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (nosuch.ok(NEW.a)) EXECUTE FUNCTION f();
