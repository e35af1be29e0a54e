-- case: 769_when_column_added_later
-- part: A
-- rule: WHEN names a column that is added later
-- expect: install-error 42703 column new.c does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.c > 0) EXECUTE FUNCTION f();
ALTER TABLE t ADD COLUMN c int;
