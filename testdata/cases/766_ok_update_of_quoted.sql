-- case: 766_ok_update_of_quoted
-- part: A
-- rule: UPDATE OF of a quoted name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, "A b" int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF "A b" ON t FOR EACH ROW EXECUTE FUNCTION f();
