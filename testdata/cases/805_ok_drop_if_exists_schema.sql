-- case: 805_ok_drop_if_exists_schema
-- part: A
-- rule: DROP TRIGGER IF EXISTS ON a table of a missing schema
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER IF EXISTS trg ON nosuch.t;
DROP TRIGGER IF EXISTS nope ON t;
