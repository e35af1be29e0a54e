-- case: 868_transition_old_twice
-- part: A
-- rule: OLD TABLE twice
-- expect: install-error 42P17 OLD TABLE cannot be specified multiple times
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t REFERENCING OLD TABLE AS n OLD TABLE AS m FOR EACH STATEMENT EXECUTE FUNCTION f();
