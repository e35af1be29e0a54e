-- case: 837_ok_drop_when_function_other
-- part: A
-- rule: DROP FUNCTION of another overload
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE FUNCTION fine(int) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 > 0 $$;
CREATE FUNCTION fine(int, int) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (fine(NEW.a)) EXECUTE FUNCTION f();
DROP FUNCTION fine(int, int);
