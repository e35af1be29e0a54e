-- case: 917_ok_when_composite
-- part: A
-- rule: a field in parentheses
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TYPE address AS (city text);
CREATE TABLE t (id int, addr address);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN ((NEW.addr).city = 'x') EXECUTE FUNCTION f();
