-- case: 921_when_default
-- part: A
-- rule: DEFAULT
-- expect: install-error 42601 DEFAULT is not allowed in this context
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a = DEFAULT) EXECUTE FUNCTION f();
