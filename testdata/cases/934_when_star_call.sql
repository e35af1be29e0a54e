-- case: 934_when_star_call
-- part: A
-- rule: * in a plain function
-- expect: install-error 42883 function abs() does not exist
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (abs(*) > 0) EXECUTE FUNCTION f();
