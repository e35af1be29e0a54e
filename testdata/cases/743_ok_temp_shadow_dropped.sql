-- case: 743_ok_temp_shadow_dropped
-- part: A
-- rule: the permanent table is found again once the temporary one is gone
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TEMP TABLE t (x int);
DROP TABLE pg_temp.t;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
