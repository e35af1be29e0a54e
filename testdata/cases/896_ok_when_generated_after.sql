-- case: 896_ok_when_generated_after
-- part: A
-- rule: a generated column of NEW after
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
