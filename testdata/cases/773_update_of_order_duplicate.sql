-- case: 773_update_of_order_duplicate
-- part: A
-- rule: a column twice before one that is missing
-- expect: install-error 42701 column "a" specified more than once
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a, b, a ON t FOR EACH ROW EXECUTE FUNCTION f();
