-- case: 824_drop_column_update_of
-- part: A
-- rule: DROP COLUMN of UPDATE OF
-- expect: install-error 2BP01 cannot drop column a of table t because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP COLUMN a;
