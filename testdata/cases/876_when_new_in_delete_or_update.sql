-- case: 876_when_new_in_delete_or_update
-- part: A
-- rule: NEW with DELETE among the events
-- expect: install-error 42P17 DELETE trigger's WHEN condition cannot reference NEW values
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER DELETE OR UPDATE ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
