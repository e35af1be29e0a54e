-- case: 915_when_other_table
-- part: A
-- rule: another table
-- expect: install-error 42P01 missing FROM-clause entry for table "u"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE u (id int PRIMARY KEY, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (u.a > 0) EXECUTE FUNCTION f();
