-- case: 877_when_old_star_in_insert
-- part: A
-- rule: OLD.* with INSERT
-- expect: install-error 42P17 INSERT trigger's WHEN condition cannot reference OLD values
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (OLD.* IS NOT NULL) EXECUTE FUNCTION f();
