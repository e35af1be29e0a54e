-- case: 873_transition_same_name_folded
-- part: A
-- rule: names that are the same once folded
-- expect: install-error 42P17 OLD TABLE name and NEW TABLE name cannot be the same
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t REFERENCING OLD TABLE AS Rows NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION f();
