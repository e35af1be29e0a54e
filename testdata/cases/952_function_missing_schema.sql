-- case: 952_function_missing_schema
-- part: A
-- rule: a function of a missing schema
-- expect: install-error 3F000 schema "nosuch" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION nosuch.f();
