-- case: 959_ok_function_qualified
-- part: A
-- rule: a function of another schema
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE SCHEMA s1;
CREATE FUNCTION s1.g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION s1.g(1, 'two', 3.5, bare);
