-- case: 711_ok_table_moved_new_schema
-- part: A
-- rule: a trigger on a moved table, qualified
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE SCHEMA elsewhere;
ALTER TABLE t SET SCHEMA elsewhere;
CREATE TRIGGER trg AFTER INSERT ON elsewhere.t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
