-- case: 1071_virtual_column
-- part: A
-- rule: a generated column that is not STORED, since PG18
-- expect: install-error 42601 syntax error at or near "VIRTUAL"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) VIRTUAL, h int GENERATED ALWAYS AS (a + 1));
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.g > NEW.h) EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1);
