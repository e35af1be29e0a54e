-- case: 772_update_of_tableoid
-- part: A
-- rule: UPDATE OF tableoid
-- expect: install-error 42703 column "tableoid" of relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF tableoid ON t FOR EACH ROW EXECUTE FUNCTION f();
