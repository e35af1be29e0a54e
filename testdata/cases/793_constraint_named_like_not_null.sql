-- case: 793_constraint_named_like_not_null
-- part: A
-- rule: constraint trigger named like the constraint of NOT NULL
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- expect-18: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- verdict-18: reject
-- @setup
CREATE TABLE t (id int, a int NOT NULL);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t_a_not_null AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
