-- case: 795_ok_constraint_named_like_index
-- part: A
-- rule: constraint trigger named like an index
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE UNIQUE INDEX t_a ON t (a);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t_a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
