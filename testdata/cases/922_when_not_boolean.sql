-- case: 922_when_not_boolean
-- part: A
-- rule: a condition that is no boolean
-- expect: install-error 42804 argument of WHEN must be type boolean, not type integer
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a) EXECUTE FUNCTION f();
