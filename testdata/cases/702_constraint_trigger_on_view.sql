-- case: 702_constraint_trigger_on_view
-- part: A
-- rule: constraint trigger on a view
-- expect: install-error 42809 "v" is a view
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
