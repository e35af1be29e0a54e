-- case: 950_when_json_scalar
-- part: A
-- rule: JSON_SCALAR is of 17
-- expect: install-error 42883 function json_scalar(integer) does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (JSON_SCALAR(NEW.a) IS NOT NULL) EXECUTE FUNCTION f();
