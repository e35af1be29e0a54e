-- case: 966_no_language
-- part: A
-- rule: no language
-- expect: install-error 42P13 no language specified
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$;
