-- case: 880_when_statement_whole_row
-- part: A
-- rule: NEW IS NOT NULL for the statement
-- expect: install-error 42P17 statement trigger's WHEN condition cannot reference column values
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t WHEN (NEW IS NOT NULL) EXECUTE FUNCTION f();
