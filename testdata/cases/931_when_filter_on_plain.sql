-- case: 931_when_filter_on_plain
-- part: A
-- rule: FILTER on a plain function
-- expect: install-error 42809 FILTER specified, but abs is not an aggregate function
-- offline: catalog
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (abs(NEW.a) FILTER (WHERE true) > 0) EXECUTE FUNCTION f();
