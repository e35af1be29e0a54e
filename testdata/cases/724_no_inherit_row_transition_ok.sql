-- case: 724_no_inherit_row_transition_ok
-- part: A
-- rule: row trigger with transition tables on a former child
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE ch () INHERITS (t);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE ch NO INHERIT t;
CREATE TRIGGER trg AFTER INSERT ON ch REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
