-- case: 767_update_of_renamed
-- part: A
-- rule: UPDATE OF of the former name of a column
-- expect: install-error 42703 column "a" of relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE t RENAME COLUMN a TO aa;
CREATE TRIGGER trg AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
