-- case: 741_like_has_no_triggers
-- part: A
-- rule: DROP TRIGGER on a table made LIKE another
-- expect: install-error 42704 trigger "trg" for table "t2" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE t2 (LIKE t INCLUDING ALL);
DROP TRIGGER trg ON t2;
