-- case: 946_when_any_value
-- part: A
-- rule: ANY_VALUE is an aggregate of 16
-- expect: install-error 42883 function any_value(integer) does not exist
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: install-error 42803 aggregate functions are not allowed in trigger WHEN conditions
-- expect-17: install-error 42803 aggregate functions are not allowed in trigger WHEN conditions
-- expect-18: install-error 42803 aggregate functions are not allowed in trigger WHEN conditions
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (any_value(NEW.a) > 0) EXECUTE FUNCTION f();
