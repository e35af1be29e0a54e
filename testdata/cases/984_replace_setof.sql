-- case: 984_replace_setof
-- part: A
-- rule: OR REPLACE with SETOF
-- expect: install-error 42P13 cannot change return type of existing function
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION f() RETURNS SETOF trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
