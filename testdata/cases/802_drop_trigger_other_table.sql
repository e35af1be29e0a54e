-- case: 802_drop_trigger_other_table
-- part: A
-- rule: DROP TRIGGER of another table
-- expect: install-error 42704 trigger "trg" for table "u" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE u (id int PRIMARY KEY, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON u;
