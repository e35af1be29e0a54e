-- case: 777_order_name_before_columns
-- part: A
-- rule: the name is looked at before UPDATE OF
-- expect: install-error 42710 trigger "trg" for relation "t" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER trg AFTER UPDATE OF zz ON t FOR EACH ROW EXECUTE FUNCTION f();
