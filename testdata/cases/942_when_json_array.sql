-- case: 942_when_json_array
-- part: A
-- rule: JSON_ARRAY is of 16
-- expect: install-error 42883 function json_array(integer, integer) does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: ok
-- verdict-16: accept
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (JSON_ARRAY(NEW.a, 1) IS NOT NULL) EXECUTE FUNCTION f();
