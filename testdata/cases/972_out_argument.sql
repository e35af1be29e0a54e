-- case: 972_out_argument
-- part: A
-- rule: an OUT argument
-- expect: install-error 42P13 function result type must be integer because of OUT parameters
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g(OUT x int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
