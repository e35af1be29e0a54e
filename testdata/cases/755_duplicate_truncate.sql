-- case: 755_duplicate_truncate
-- part: A
-- rule: TRUNCATE OR TRUNCATE
-- expect: install-error 42601 duplicate trigger events specified at or near "TRUNCATE"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER TRUNCATE OR TRUNCATE ON t EXECUTE FUNCTION f();
