-- case: 899_ok_when_generated_dropped
-- part: A
-- rule: a generated column that was dropped
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE t DROP COLUMN g;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.* IS NOT NULL) EXECUTE FUNCTION f();
