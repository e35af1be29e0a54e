-- case: 856_constraint_deferrable_twice
-- part: A
-- rule: DEFERRABLE NOT DEFERRABLE
-- expect: install-error 42601 conflicting constraint properties
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON t DEFERRABLE NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
