-- case: 848_ok_drop_function_after_table
-- part: A
-- rule: DROP FUNCTION once the table is gone
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TABLE t;
DROP FUNCTION f();
