-- case: 758_insert_of
-- part: A
-- rule: INSERT OF
-- expect: install-error 42601 syntax error at or near "OF"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
