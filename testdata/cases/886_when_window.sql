-- case: 886_when_window
-- part: A
-- rule: a window function
-- expect: install-error 42P20 window functions are not allowed in trigger WHEN conditions
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (row_number() OVER () > 1) EXECUTE FUNCTION f();
