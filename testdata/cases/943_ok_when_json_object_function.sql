-- case: 943_ok_when_json_object_function
-- part: A
-- rule: json_object is a function before 16 too
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (json_object(ARRAY['a', NEW.b]) IS NOT NULL) EXECUTE FUNCTION f();
