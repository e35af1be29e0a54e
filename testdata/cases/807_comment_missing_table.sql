-- case: 807_comment_missing_table
-- part: A
-- rule: COMMENT ON TRIGGER ON a missing table
-- expect: install-error 42P01 relation "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
COMMENT ON TRIGGER trg ON nope IS 'x';
