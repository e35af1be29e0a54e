-- case: 889_when_procedure
-- part: A
-- rule: a procedure
-- expect: install-error 42809 pr(integer) is a procedure
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE PROCEDURE pr(int) LANGUAGE sql AS $$ SELECT 1 $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (pr(NEW.a)) EXECUTE FUNCTION f();
