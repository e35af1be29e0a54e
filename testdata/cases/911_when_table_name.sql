-- case: 911_when_table_name
-- part: A
-- rule: the table instead of NEW
-- expect: install-error 42P01 invalid reference to FROM-clause entry for table "t"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (t.a > 0) EXECUTE FUNCTION f();
