-- case: 953_function_default_argument
-- part: A
-- rule: a function with a default argument
-- expect: install-error 42883 function g() does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int);
CREATE FUNCTION g(int DEFAULT 1) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- @install
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION g();
