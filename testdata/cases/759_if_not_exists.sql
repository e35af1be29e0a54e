-- case: 759_if_not_exists
-- part: A
-- rule: CREATE TRIGGER IF NOT EXISTS
-- expect: install-error 42601 syntax error at or near "NOT"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER IF NOT EXISTS trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
