-- case: 977_ok_returns_qualified
-- part: A
-- rule: RETURNS pg_catalog.trigger
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int);
-- @install
CREATE FUNCTION g() RETURNS pg_catalog.trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION g();
