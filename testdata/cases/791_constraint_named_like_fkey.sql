-- case: 791_constraint_named_like_fkey
-- part: A
-- rule: constraint trigger named like a foreign key
-- expect: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE r (id int, t_id int REFERENCES t);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER r_t_id_fkey AFTER INSERT ON r FOR EACH ROW EXECUTE FUNCTION f();
