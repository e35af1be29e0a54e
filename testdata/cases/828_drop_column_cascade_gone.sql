-- case: 828_drop_column_cascade_gone
-- part: A
-- rule: the trigger is gone after DROP COLUMN CASCADE
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP COLUMN a CASCADE;
DROP TRIGGER trg ON t;
