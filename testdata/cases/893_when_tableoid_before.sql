-- case: 893_when_tableoid_before
-- part: A
-- rule: NEW.tableoid before
-- expect: install-error 0A000 BEFORE trigger's WHEN condition cannot reference NEW system columns
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.tableoid = 1) EXECUTE FUNCTION f();
