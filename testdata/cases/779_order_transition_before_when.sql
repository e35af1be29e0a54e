-- case: 779_order_transition_before_when
-- part: A
-- rule: REFERENCING is looked at before WHEN
-- expect: install-error 42P17 transition table name can only be specified for an AFTER trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE INSERT ON t REFERENCING NEW TABLE AS n FOR EACH ROW WHEN (NEW.zz > 0) EXECUTE FUNCTION f();
