-- case: 829_drop_column_of_child_trigger
-- part: A
-- rule: DROP COLUMN of the parent that a trigger of a child names
-- expect: install-error 2BP01 cannot drop desired object(s) because other objects depend on them
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE ch () INHERITS (t);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON ch FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP COLUMN a;
