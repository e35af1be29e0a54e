-- case: 918_when_composite_field_renamed
-- part: A
-- rule: the former name of a field
-- expect: install-error 42703 column "city" not found in data type address
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TYPE address AS (city text);
CREATE TABLE t (id int, addr address);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TYPE address RENAME ATTRIBUTE city TO town;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN ((NEW.addr).city = 'x') EXECUTE FUNCTION f();
