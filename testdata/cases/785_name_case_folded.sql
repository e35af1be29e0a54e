-- case: 785_name_case_folded
-- part: A
-- rule: names differ by case only
-- expect: install-error 42710 trigger "trg" for relation "t" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER Trg AFTER INSERT ON t EXECUTE FUNCTION f();
CREATE TRIGGER tRG AFTER INSERT ON t EXECUTE FUNCTION f();
