-- case: 850_drop_type_cascade_gone
-- part: A
-- rule: the trigger is gone after DROP TYPE CASCADE
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TYPE mood AS ENUM ('a', 'b');
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b::mood = 'a') EXECUTE FUNCTION f();
DROP TYPE mood CASCADE;
DROP TRIGGER trg ON t;
