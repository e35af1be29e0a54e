-- case: 818_rename_to_itself
-- part: A
-- rule: RENAME to the same name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- expect-14: install-error 42710 trigger "trg" for relation "t" already exists
-- verdict-14: reject
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TRIGGER trg ON t RENAME TO trg;
