-- case: 806_comment_missing
-- part: A
-- rule: COMMENT ON a missing trigger
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
COMMENT ON TRIGGER trg ON t IS 'x';
