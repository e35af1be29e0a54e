-- case: 778_order_truncate_before_transition
-- part: A
-- rule: TRUNCATE FOR EACH ROW is looked at before REFERENCING
-- expect: install-error 0A000 TRUNCATE FOR EACH ROW triggers are not supported
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE TRUNCATE ON t REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
