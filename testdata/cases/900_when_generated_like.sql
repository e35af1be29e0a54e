-- case: 900_when_generated_like
-- part: A
-- rule: a generated column that LIKE brought
-- expect: install-error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE o (a int, g int GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE t (LIKE o INCLUDING GENERATED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
