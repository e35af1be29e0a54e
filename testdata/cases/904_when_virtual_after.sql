-- case: 904_when_virtual_after
-- part: A
-- rule: a virtual column of NEW after
-- expect: setup-error 42601 syntax error at or near "VIRTUAL"
-- offline: yes
-- verdict: runtime
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
