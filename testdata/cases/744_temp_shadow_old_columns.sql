-- case: 744_temp_shadow_old_columns
-- part: A
-- rule: a temporary table hides the columns
-- expect: install-error 42703 column new.a does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TEMP TABLE t (x int);
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
