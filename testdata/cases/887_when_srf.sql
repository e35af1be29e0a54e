-- case: 887_when_srf
-- part: A
-- rule: a set-returning function
-- expect: install-error 0A000 set-returning functions are not allowed in trigger WHEN conditions
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (generate_series(1, 2) > 1) EXECUTE FUNCTION f();
