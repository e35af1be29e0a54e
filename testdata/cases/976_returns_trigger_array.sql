-- case: 976_returns_trigger_array
-- part: A
-- rule: RETURNS trigger[]
-- expect: install-error 42704 type "trigger[]" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger[] LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
