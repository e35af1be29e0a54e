-- case: 912_when_quoted_upper_new
-- part: A
-- rule: "NEW"
-- expect: install-error 42P01 missing FROM-clause entry for table "NEW"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN ("NEW".a > 0) EXECUTE FUNCTION f();
