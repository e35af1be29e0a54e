-- case: 804_drop_trigger_missing_schema
-- part: A
-- rule: DROP TRIGGER ON a table of a missing schema
-- expect: install-error 3F000 schema "nosuch" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON nosuch.t;
