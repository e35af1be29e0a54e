-- case: 803_drop_trigger_missing_table
-- part: A
-- rule: DROP TRIGGER ON a missing table
-- expect: install-error 42P01 relation "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON nope;
