-- case: 936_when_binary
-- part: A
-- rule: 0b101 is a number since 16
-- expect: install-error 42601 trailing junk after numeric literal at or near "0b101"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42601 syntax error at or near "b101"
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
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a > 0b101) EXECUTE FUNCTION f();
