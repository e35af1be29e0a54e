-- case: 928_when_type_missing
-- part: A
-- rule: a cast to a missing type
-- expect: install-error 42704 type "nosuchtype" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b::nosuchtype IS NOT NULL) EXECUTE FUNCTION f();
