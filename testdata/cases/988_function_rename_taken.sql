-- case: 988_function_rename_taken
-- part: A
-- rule: RENAME of a trigger function to a taken name
-- expect: install-error 42723 function g() already exists in schema "trigc_case"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER FUNCTION f() RENAME TO g;
