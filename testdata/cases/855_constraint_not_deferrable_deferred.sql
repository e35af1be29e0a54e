-- case: 855_constraint_not_deferrable_deferred
-- part: A
-- rule: NOT DEFERRABLE INITIALLY DEFERRED
-- expect: install-error 42601 constraint declared INITIALLY DEFERRED must be DEFERRABLE
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON t NOT DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
