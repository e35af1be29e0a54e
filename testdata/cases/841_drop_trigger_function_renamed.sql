-- case: 841_drop_trigger_function_renamed
-- part: A
-- rule: DROP FUNCTION, by its new name, of a trigger
-- expect: install-error 2BP01 cannot drop function g() because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER FUNCTION f() RENAME TO g;
DROP FUNCTION g();
