-- case: 944_when_system_user_column
-- part: A
-- rule: system_user as a column
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, "system_user" text);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.system_user IS NOT NULL) EXECUTE FUNCTION f();
