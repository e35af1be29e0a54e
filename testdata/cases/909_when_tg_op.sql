-- case: 909_when_tg_op
-- part: A
-- rule: TG_OP
-- expect: install-error 42703 column "tg_op" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (TG_OP = 'UPDATE') EXECUTE FUNCTION f();
