-- case: 845_drop_schema_cascade_gone
-- part: A
-- rule: the trigger is gone with the schema of its function
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE SCHEMA s1;
CREATE FUNCTION s1.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION s1.f();
DROP SCHEMA s1 CASCADE;
DROP TRIGGER trg ON t;
