-- case: 940_when_is_json_object
-- part: A
-- rule: IS JSON OBJECT is of 16
-- expect: install-error 42601 syntax error at or near "JSON"
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
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b IS NOT JSON OBJECT WITH UNIQUE KEYS) EXECUTE FUNCTION f();
