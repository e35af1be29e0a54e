-- case: 907_when_unqualified_ambiguous
-- part: A
-- rule: an unqualified column
-- expect: install-error 42702 column reference "a" is ambiguous
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (a > 0) EXECUTE FUNCTION f();
