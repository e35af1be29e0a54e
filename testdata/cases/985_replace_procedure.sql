-- case: 985_replace_procedure
-- part: A
-- rule: OR REPLACE of a function by a procedure
-- expect: install-error 42809 cannot change routine kind
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE PROCEDURE f() LANGUAGE plpgsql AS $$ BEGIN END $$;
