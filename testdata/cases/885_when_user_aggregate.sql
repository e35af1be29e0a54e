-- case: 885_when_user_aggregate
-- part: A
-- rule: an aggregate of the user
-- expect: install-error 42803 aggregate functions are not allowed in trigger WHEN conditions
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (mysum(NEW.a) > 0) EXECUTE FUNCTION f();
