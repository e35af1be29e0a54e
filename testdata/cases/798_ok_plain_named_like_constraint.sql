-- case: 798_ok_plain_named_like_constraint
-- part: A
-- rule: plain trigger named like a constraint
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER t_pkey AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
