-- case: 747_view_becomes_table
-- part: A
-- rule: a view dropped and made a table
-- expect: install-error 42809 "v" is a table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
DROP VIEW v;
CREATE TABLE v (id int);
CREATE TRIGGER trg INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
