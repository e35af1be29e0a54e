-- case: 836_drop_when_function
-- part: A
-- rule: DROP FUNCTION that WHEN calls
-- expect: install-error 2BP01 cannot drop function fine(integer) because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE FUNCTION fine(int) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 > 0 $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (fine(NEW.a)) EXECUTE FUNCTION f();
DROP FUNCTION fine(int);
