-- case: 914_when_qualified_new
-- part: A
-- rule: NEW with a schema
-- expect: install-error 42P01 invalid reference to FROM-clause entry for table "new"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (trigc_case.NEW.a > 0) EXECUTE FUNCTION f();
