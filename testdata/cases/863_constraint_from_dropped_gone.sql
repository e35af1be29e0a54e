-- case: 863_constraint_from_dropped_gone
-- part: A
-- rule: the trigger is gone with the table behind FROM
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE u (id int PRIMARY KEY, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON t FROM u FOR EACH ROW EXECUTE FUNCTION f();
DROP TABLE u;
DROP TRIGGER trg ON t;
