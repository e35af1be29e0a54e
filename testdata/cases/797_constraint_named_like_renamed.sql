-- case: 797_constraint_named_like_renamed
-- part: A
-- rule: constraint trigger named like a renamed constraint
-- expect: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE t RENAME CONSTRAINT k TO kk;
CREATE CONSTRAINT TRIGGER kk AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
