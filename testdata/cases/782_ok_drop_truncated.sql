-- case: 782_ok_drop_truncated
-- part: A
-- rule: DROP TRIGGER by the long name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_one AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_two ON t;
