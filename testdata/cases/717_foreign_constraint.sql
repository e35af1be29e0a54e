-- case: 717_foreign_constraint
-- part: A
-- rule: constraint trigger on a foreign table
-- expect: install-error 42809 "ft" is a foreign table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, a int) SERVER s;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON ft FOR EACH ROW EXECUTE FUNCTION f();
