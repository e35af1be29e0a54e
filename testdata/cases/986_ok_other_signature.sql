-- case: 986_ok_other_signature
-- part: A
-- rule: OR REPLACE with another signature
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
