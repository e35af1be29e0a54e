-- case: 814_disable_on_view
-- part: A
-- rule: DISABLE TRIGGER on a view
-- expect: install-error 42809 ALTER action DISABLE TRIGGER cannot be performed on relation "v"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42809 "v" is not a table or foreign table
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE v DISABLE TRIGGER trg;
