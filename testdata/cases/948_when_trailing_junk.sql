-- case: 948_when_trailing_junk
-- part: A
-- rule: a number that runs into a word
-- expect: install-error 42601 trailing junk after numeric literal at or near "1x"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42601 syntax error at or near "x"
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a > 1x) EXECUTE FUNCTION f();
