-- case: 968_ok_language_quoted
-- part: A
-- rule: LANGUAGE in quotes
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE 'plpgsql' AS $$ BEGIN RETURN NULL; END $$;
