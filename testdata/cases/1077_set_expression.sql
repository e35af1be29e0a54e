-- case: 1077_set_expression
-- part: A
-- rule: SET EXPRESSION, since PG17
-- expect: install-error 42601 syntax error at or near "EXPRESSION"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) STORED);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ALTER COLUMN g SET EXPRESSION AS (a * 3);
-- @fire
INSERT INTO t VALUES (1, 5);
