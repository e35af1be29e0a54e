-- case: 825_drop_column_when_renamed
-- part: A
-- rule: DROP COLUMN, by its new name, of WHEN
-- expect: install-error 2BP01 cannot drop column aa of table t because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
ALTER TABLE t RENAME COLUMN a TO aa;
ALTER TABLE t DROP COLUMN aa;
