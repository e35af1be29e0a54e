-- case: 847_drop_table_cascade_gone
-- part: A
-- rule: the triggers are gone with the table
-- expect: install-error 42P01 relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TABLE t CASCADE;
DROP TRIGGER trg ON t;
