-- case: 748_truncate_or_insert_row
-- part: A
-- rule: TRUNCATE among the events of a row trigger
-- expect: install-error 0A000 TRUNCATE FOR EACH ROW triggers are not supported
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT OR TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION f();
