-- case: 888_when_user_srf
-- part: A
-- rule: a set-returning function of the user
-- expect: install-error 0A000 set-returning functions are not allowed in trigger WHEN conditions
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE FUNCTION many() RETURNS SETOF int LANGUAGE sql AS $$ SELECT 1 $$;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (many() > 1) EXECUTE FUNCTION f();
