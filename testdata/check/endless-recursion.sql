CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = 1 WHERE s = 'é'; RETURN NULL; END $$;
--=                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[endless-recursion] 54001: the statement fires this trigger again, without end: stack depth limit exceeded \(of trigger "a" on "t"\) => guard it by WHEN \(pg_trigger_depth\(\) < 1\)
CREATE TRIGGER a AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER ok AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
