-- case: 751_truncate_columns
-- part: A
-- rule: UPDATE OF with TRUNCATE
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE TRUNCATE OR UPDATE OF a ON t EXECUTE FUNCTION f();
