-- case: 765_update_of_folded
-- part: A
-- rule: UPDATE OF of a folded name
-- expect: install-error 42703 column "a" of relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int, "A" int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF A ON t FOR EACH ROW EXECUTE FUNCTION f();
