-- case: 832_alter_type_of_parent
-- part: A
-- rule: ALTER TYPE of the parent of a column that a trigger of a child names
-- expect: install-error 0A000 cannot alter type of a column used in a trigger definition
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE ch () INHERITS (t);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a ON ch FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ALTER COLUMN a TYPE bigint;
