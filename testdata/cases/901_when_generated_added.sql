-- case: 901_when_generated_added
-- part: A
-- rule: a generated column that was added
-- expect: install-error 42P17 BEFORE trigger's WHEN condition cannot reference NEW generated columns
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a * 2) STORED;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.g > 0) EXECUTE FUNCTION f();
