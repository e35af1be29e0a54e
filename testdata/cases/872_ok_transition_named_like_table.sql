-- case: 872_ok_transition_named_like_table
-- part: A
-- rule: a transition table named like its table
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t REFERENCING OLD TABLE AS t NEW TABLE AS new_t FOR EACH ROW EXECUTE FUNCTION f();
