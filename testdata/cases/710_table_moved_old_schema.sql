-- case: 710_table_moved_old_schema
-- part: A
-- rule: a trigger on a table that moved to a schema outside of the path
-- expect: install-error 42P01 relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE SCHEMA elsewhere;
ALTER TABLE t SET SCHEMA elsewhere;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
