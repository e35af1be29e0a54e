-- case: 783_ok_truncated_function
-- part: A
-- rule: a function by its long name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_two();
