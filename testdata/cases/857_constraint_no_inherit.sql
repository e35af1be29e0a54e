-- case: 857_constraint_no_inherit
-- part: A
-- rule: NO INHERIT
-- expect: install-error 0A000 TRIGGER constraints cannot be marked NO INHERIT
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON t NO INHERIT FOR EACH ROW EXECUTE FUNCTION f();
