-- case: 796_ok_constraint_named_like_dropped
-- part: A
-- rule: constraint trigger named like a dropped constraint
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE t DROP CONSTRAINT k;
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
