-- case: 916_when_composite_without_parens
-- part: A
-- rule: a field without parentheses
-- expect: install-error 42P01 missing FROM-clause entry for table "addr"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TYPE address AS (city text);
CREATE TABLE t (id int, addr address);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.addr.city = 'x') EXECUTE FUNCTION f();
