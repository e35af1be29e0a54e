-- case: 750_constraint_truncate
-- part: A
-- rule: TRUNCATE constraint trigger
-- expect: install-error 0A000 TRUNCATE FOR EACH ROW triggers are not supported
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION f();
