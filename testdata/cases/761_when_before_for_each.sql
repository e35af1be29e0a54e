-- case: 761_when_before_for_each
-- part: A
-- rule: WHEN before FOR EACH ROW
-- expect: install-error 42601 syntax error at or near "FOR"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t WHEN (NEW.a > 0) FOR EACH ROW EXECUTE FUNCTION f();
