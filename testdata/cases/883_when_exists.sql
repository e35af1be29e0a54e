-- case: 883_when_exists
-- part: A
-- rule: EXISTS
-- expect: install-error 0A000 cannot use subquery in trigger WHEN condition
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (EXISTS (SELECT 1)) EXECUTE FUNCTION f();
