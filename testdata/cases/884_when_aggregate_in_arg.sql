-- case: 884_when_aggregate_in_arg
-- part: A
-- rule: an aggregate inside of a function
-- expect: install-error 42803 aggregate functions are not allowed in trigger WHEN conditions
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (abs(max(NEW.a)) > 0) EXECUTE FUNCTION f();
