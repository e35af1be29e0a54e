-- case: 982_replace_other_return
-- part: A
-- rule: OR REPLACE with RETURNS void
-- expect: install-error 42P13 cannot change return type of existing function
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
