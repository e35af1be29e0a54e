-- case: 838_drop_when_function_cascade
-- part: A
-- rule: the trigger is gone after DROP FUNCTION CASCADE
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE FUNCTION fine(int) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 > 0 $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (fine(NEW.a)) EXECUTE FUNCTION f();
DROP FUNCTION fine CASCADE;
DROP TRIGGER trg ON t;
