-- case: 987_ok_function_dropped_and_made
-- part: A
-- rule: DROP FUNCTION and CREATE with another type
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
DROP FUNCTION f();
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
