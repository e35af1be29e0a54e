-- case: 874_transition_qualified
-- part: A
-- rule: a qualified transition table
-- expect: install-error 42601 syntax error at or near "."
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t REFERENCING OLD TABLE AS trigc_case.o FOR EACH STATEMENT EXECUTE FUNCTION f();
