-- case: 827_ok_drop_column_cascade
-- part: A
-- rule: DROP COLUMN CASCADE drops the trigger
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP COLUMN a CASCADE;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
