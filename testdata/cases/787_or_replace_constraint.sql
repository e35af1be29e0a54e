-- case: 787_or_replace_constraint
-- part: A
-- rule: CREATE OR REPLACE CONSTRAINT TRIGGER
-- expect: install-error 0A000 CREATE OR REPLACE CONSTRAINT TRIGGER is not supported
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE OR REPLACE CONSTRAINT TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
