-- case: 974_variadic_argument
-- part: A
-- rule: a VARIADIC argument
-- expect: install-error 42P13 trigger functions cannot have declared arguments
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g(VARIADIC x int[]) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
