-- case: 756_update_of_two_lists
-- part: A
-- rule: UPDATE OF a OR UPDATE OF b
-- expect: install-error 42601 duplicate trigger events specified at or near "ON"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a OR UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
