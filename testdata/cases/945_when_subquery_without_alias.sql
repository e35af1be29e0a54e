-- case: 945_when_subquery_without_alias
-- part: A
-- rule: a FROM subquery without alias, in a subquery
-- expect: install-error 42601 subquery in FROM must have an alias
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: install-error 0A000 cannot use subquery in trigger WHEN condition
-- expect-17: install-error 0A000 cannot use subquery in trigger WHEN condition
-- expect-18: install-error 0A000 cannot use subquery in trigger WHEN condition
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM (SELECT 1))) EXECUTE FUNCTION f();
