-- case: 860_plain_from
-- part: A
-- rule: FROM without CONSTRAINT
-- expect: install-error 42601 syntax error at or near "FROM"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TABLE u (id int PRIMARY KEY, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FROM u FOR EACH ROW EXECUTE FUNCTION f();
