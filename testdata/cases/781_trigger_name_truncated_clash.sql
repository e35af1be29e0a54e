-- case: 781_trigger_name_truncated_clash
-- part: A
-- rule: two names that are the same once cut
-- expect: install-error 42710 trigger "a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_" for relation "t" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_one AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER a_trigger_name_that_is_just_as_long_as_postgres_lets_a_name_be_63_two AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
