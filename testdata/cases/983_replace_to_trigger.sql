-- case: 983_replace_to_trigger
-- part: A
-- rule: OR REPLACE with RETURNS trigger of another function
-- expect: install-error 42P13 cannot change return type of existing function
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
