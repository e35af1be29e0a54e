-- case: 843_old_function_schema
-- part: A
-- rule: EXECUTE FUNCTION by the former schema
-- expect: install-error 42883 function f() does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE SCHEMA s1;
ALTER FUNCTION f() SET SCHEMA s1;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
