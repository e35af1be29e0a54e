-- case: 980_ok_function_replaced
-- part: A
-- rule: CREATE OR REPLACE FUNCTION twice
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
