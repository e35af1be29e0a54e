-- case: 799_add_constraint_named_like_trigger
-- part: A
-- rule: ADD CONSTRAINT named like a constraint trigger
-- expect: install-error 42710 constraint "k" for relation "t" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);
