-- case: 929_when_current_of
-- part: A
-- rule: CURRENT OF
-- expect: install-error 42601 syntax error at or near "OF"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (CURRENT OF cur) EXECUTE FUNCTION f();
