-- case: 894_when_generated_before_update
-- part: A
-- rule: a generated column of NEW before
-- expect: install-error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
