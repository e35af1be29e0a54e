-- case: 768_update_of_added_later
-- part: A
-- rule: UPDATE OF of a column that is added later
-- expect: install-error 42703 column "c" of relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ADD COLUMN c int;
