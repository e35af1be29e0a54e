-- case: 786_ok_name_case_quoted
-- part: A
-- rule: quoted names differ by case
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER "Trg" AFTER INSERT ON t EXECUTE FUNCTION f();
CREATE TRIGGER tRG AFTER INSERT ON t EXECUTE FUNCTION f();
