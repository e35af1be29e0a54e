-- case: 831_drop_column_row_expansion
-- part: A
-- rule: DROP COLUMN beside ROW(NEW.*)
-- expect: install-error 2BP01 cannot drop column a of table t because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (ROW(OLD.*) IS DISTINCT FROM ROW(NEW.*)) EXECUTE FUNCTION f();
ALTER TABLE t DROP COLUMN a;
