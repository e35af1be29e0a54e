-- case: 844_drop_function_cascade_gone
-- part: A
-- rule: the trigger is gone after DROP FUNCTION CASCADE
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP FUNCTION f() CASCADE;
ALTER TABLE t DISABLE TRIGGER trg;
