-- case: 871_transition_instead_of
-- part: A
-- rule: INSTEAD OF with REFERENCING
-- expect: install-error 42809 "v" is a view
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg INSTEAD OF UPDATE ON v REFERENCING OLD TABLE AS o FOR EACH ROW EXECUTE FUNCTION f();
