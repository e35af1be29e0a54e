-- case: 794_constraint_named_like_pkey_not_null
-- part: A
-- rule: constraint trigger named like the NOT NULL of the primary key
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- expect-18: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- verdict-18: reject
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t_id_not_null AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
