-- case: 790_constraint_named_like_pkey
-- part: A
-- rule: constraint trigger named like the primary key
-- expect: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t_pkey AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
