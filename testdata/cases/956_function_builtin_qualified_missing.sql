-- case: 956_function_builtin_qualified_missing
-- part: A
-- rule: a function that pg_catalog lacks
-- expect: install-error 42883 function pg_catalog.nope() does not exist
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION pg_catalog.nope();
