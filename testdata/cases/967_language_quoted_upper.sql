-- case: 967_language_quoted_upper
-- part: A
-- rule: LANGUAGE in quotes and upper case
-- expect: install-error 42704 language "PLPGSQL" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE 'PLPGSQL' AS $$ BEGIN RETURN NULL; END $$;
