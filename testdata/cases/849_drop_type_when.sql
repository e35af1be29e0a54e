-- case: 849_drop_type_when
-- part: A
-- rule: DROP TYPE that WHEN names
-- expect: install-error 2BP01 cannot drop type mood because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE TYPE mood AS ENUM ('a', 'b');
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b::mood = 'a') EXECUTE FUNCTION f();
DROP TYPE mood;
