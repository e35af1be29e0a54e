-- case: 712_ok_search_path_set
-- part: A
-- rule: a trigger on a table that SET search_path finds
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE SCHEMA s1;
CREATE TABLE s1.x (id int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
SET LOCAL search_path = s1, trigc_case;
CREATE TRIGGER trg AFTER INSERT ON x FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION f();
