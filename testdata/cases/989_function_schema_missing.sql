-- case: 989_function_schema_missing
-- part: A
-- rule: CREATE FUNCTION in a missing schema
-- expect: install-error 3F000 schema "nosuch" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION nosuch.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
