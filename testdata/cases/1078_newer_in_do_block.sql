-- case: 1078_newer_in_do_block
-- part: A
-- rule: newer syntax in a DO block
-- expect: install-error 42601 syntax error at or near "VIRTUAL"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
DO $$ BEGIN
  CREATE TABLE t (id int, a int, g int GENERATED ALWAYS AS (a * 2) VIRTUAL);
END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.g > 1) EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 5);
