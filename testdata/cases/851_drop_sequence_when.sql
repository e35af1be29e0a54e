-- case: 851_drop_sequence_when
-- part: A
-- rule: DROP SEQUENCE that WHEN names
-- expect: install-error 2BP01 cannot drop sequence sq because other objects depend on it
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE SEQUENCE sq;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (nextval('sq') > NEW.a) EXECUTE FUNCTION f();
DROP SEQUENCE sq;
