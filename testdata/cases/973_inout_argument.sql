-- case: 973_inout_argument
-- part: A
-- rule: an INOUT argument
-- expect: install-error 42P13 function result type must be integer because of OUT parameters
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g(INOUT x int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
