-- case: 895_ok_when_generated_old
-- part: A
-- rule: a generated column of OLD before
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.g > 0) EXECUTE FUNCTION f();
