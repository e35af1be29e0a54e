-- case: 1076_not_null_of_table
-- part: A
-- rule: NOT NULL as a constraint of the table, since PG18
-- expect: install-error 42601 syntax error at or near "NOT"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE t (id int, a int, CONSTRAINT n NOT NULL id NO INHERIT);
ALTER TABLE t ADD CONSTRAINT m NOT NULL a NOT VALID;
ALTER TABLE t ALTER CONSTRAINT n INHERIT;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 5);
