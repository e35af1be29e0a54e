-- case: 720_view_transition_before
-- part: A
-- rule: BEFORE and transition tables on a view
-- expect: install-error 42809 "v" is a view
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE INSERT ON v REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
