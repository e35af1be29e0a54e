-- case: 975_procedure_returns_trigger
-- part: A
-- rule: a procedure that RETURNS trigger
-- expect: install-error 42601 syntax error at or near "trigger"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE PROCEDURE g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
