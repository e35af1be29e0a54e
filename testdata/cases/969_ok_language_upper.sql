-- case: 969_ok_language_upper
-- part: A
-- rule: LANGUAGE in upper case
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE PLPGSQL AS $$ BEGIN RETURN NULL; END $$;
