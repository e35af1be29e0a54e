-- case: 879_ok_when_statement_constant
-- part: A
-- rule: a condition without columns for the statement
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t WHEN (current_user <> 'x') EXECUTE FUNCTION f();
