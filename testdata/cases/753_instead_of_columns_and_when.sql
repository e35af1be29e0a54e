-- case: 753_instead_of_columns_and_when
-- part: A
-- rule: INSTEAD OF with WHEN and columns
-- expect: install-error 0A000 INSTEAD OF triggers cannot have WHEN conditions
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE VIEW v AS SELECT id, a FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg INSTEAD OF UPDATE OF a ON v FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION f();
