-- case: 817_rename_taken
-- part: A
-- rule: RENAME to a taken name
-- expect: install-error 42710 trigger "x" for relation "t" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f();
ALTER TRIGGER trg ON t RENAME TO x;
