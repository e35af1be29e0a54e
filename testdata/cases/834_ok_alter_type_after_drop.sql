-- case: 834_ok_alter_type_after_drop
-- part: A
-- rule: ALTER TYPE once the trigger is dropped
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON t;
ALTER TABLE t ALTER COLUMN a TYPE bigint;
