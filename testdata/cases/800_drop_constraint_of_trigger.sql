-- case: 800_drop_constraint_of_trigger
-- part: A
-- rule: DROP CONSTRAINT of a constraint trigger
-- expect: install-error 2BP01 cannot drop constraint k on table t because trigger k on table t requires it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP CONSTRAINT k;
