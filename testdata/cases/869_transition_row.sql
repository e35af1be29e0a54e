-- case: 869_transition_row
-- part: A
-- rule: NEW ROW
-- expect: install-error 0A000 ROW variable naming in the REFERENCING clause is not supported
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t REFERENCING NEW ROW AS n FOR EACH ROW EXECUTE FUNCTION f();
