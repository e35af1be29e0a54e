-- case: 902_when_virtual_before
-- part: A
-- rule: a virtual column of NEW before
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
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
