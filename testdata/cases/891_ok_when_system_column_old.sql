-- case: 891_ok_when_system_column_old
-- part: A
-- rule: a system column of OLD before
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.ctid IS NOT NULL AND OLD.xmin IS NOT NULL) EXECUTE FUNCTION f();
