-- case: 770_bad_trigger_dropped_later
-- part: A
-- rule: a trigger that cannot be made, dropped again
-- expect: install-error 42809 "t" is a table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON t;
