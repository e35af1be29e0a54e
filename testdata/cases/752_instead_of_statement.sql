-- case: 752_instead_of_statement
-- part: A
-- rule: INSTEAD OF FOR EACH STATEMENT
-- expect: install-error 0A000 INSTEAD OF triggers must be FOR EACH ROW
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg INSTEAD OF UPDATE ON v FOR EACH STATEMENT EXECUTE FUNCTION f();
