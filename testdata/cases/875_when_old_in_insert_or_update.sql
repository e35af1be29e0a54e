-- case: 875_when_old_in_insert_or_update
-- part: A
-- rule: OLD with INSERT among the events
-- expect: install-error 42P17 INSERT trigger's WHEN condition cannot reference OLD values
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION f();
