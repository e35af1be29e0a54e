-- case: 919_when_field_of_scalar
-- part: A
-- rule: a field of a scalar
-- expect: install-error 42809 column notation .x applied to type integer, which is not a composite type
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN ((NEW.a).x > 0) EXECUTE FUNCTION f();
