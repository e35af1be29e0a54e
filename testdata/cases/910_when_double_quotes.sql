-- case: 910_when_double_quotes
-- part: A
-- rule: double quotes around a text
-- expect: install-error 42703 column "x" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b = "x") EXECUTE FUNCTION f();
