-- case: 881_when_in_subquery
-- part: A
-- rule: IN (SELECT)
-- expect: install-error 0A000 cannot use subquery in trigger WHEN condition
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a IN (SELECT 1)) EXECUTE FUNCTION f();
