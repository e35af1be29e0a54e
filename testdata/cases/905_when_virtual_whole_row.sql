-- case: 905_when_virtual_whole_row
-- part: A
-- rule: NEW.* before with a virtual column
-- expect: setup-error 42601 syntax error at or near "VIRTUAL"
-- offline: yes
-- verdict: runtime
-- plpgsql_check: n/a (does not install)
-- expect-18: install-error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- verdict-18: reject
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
