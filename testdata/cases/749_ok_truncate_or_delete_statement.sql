-- case: 749_ok_truncate_or_delete_statement
-- part: A
-- rule: TRUNCATE OR DELETE for the statement
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE TRUNCATE OR DELETE ON t EXECUTE FUNCTION f();
