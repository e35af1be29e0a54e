-- case: 862_constraint_from_missing_schema
-- part: A
-- rule: FROM a table of a missing schema
-- expect: install-error 3F000 schema "nosuch" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON t FROM nosuch.u FOR EACH ROW EXECUTE FUNCTION f();
