-- case: 898_when_generated_function_of_row
-- part: A
-- rule: f(NEW) with a generated column
-- expect: install-error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
CREATE FUNCTION good(t) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (good(NEW)) EXECUTE FUNCTION f();
