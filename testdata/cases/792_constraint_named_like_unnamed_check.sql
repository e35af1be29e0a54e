-- case: 792_constraint_named_like_unnamed_check
-- part: A
-- rule: constraint trigger named like a CHECK without a name
-- expect: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int, a int CHECK (a > 0));
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t_a_check AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
