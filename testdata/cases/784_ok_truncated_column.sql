-- case: 784_ok_truncated_column
-- part: A
-- rule: a column by its long name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_one int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_two ON t FOR EACH ROW WHEN (NEW.a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_three > 0) EXECUTE FUNCTION f();
