-- case: 745_ok_temp_trigger_qualified
-- part: A
-- rule: the hidden table is named with its schema
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TEMP TABLE t (x int);
CREATE TRIGGER trg AFTER INSERT ON trigc_case.t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
