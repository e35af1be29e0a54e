-- case: 930_when_grouping
-- part: A
-- rule: GROUPING
-- expect: install-error 42803 grouping operations are not allowed in trigger WHEN conditions
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (GROUPING(NEW.a) = 0) EXECUTE FUNCTION f();
