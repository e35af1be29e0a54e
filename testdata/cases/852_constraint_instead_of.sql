-- case: 852_constraint_instead_of
-- part: A
-- rule: CONSTRAINT TRIGGER INSTEAD OF
-- expect: install-error 42601 syntax error at or near "INSTEAD"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
