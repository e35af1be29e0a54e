-- case: 970_language_without_extension
-- part: A
-- rule: a language whose extension is not there
-- expect: install-error 42704 language "pltcl" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE pltcl AS $$ return OK $$;
