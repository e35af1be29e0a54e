CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = 1 WHERE s = 'é'; RETURN NULL; END $$;
--=                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[endless-recursion] 54001: the statement fires this trigger again, without end: stack depth limit exceeded \(of trigger "a" on "t"\) => guard it by WHEN \(pg_trigger_depth\(\) < 1\)
CREATE TRIGGER a AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER ok AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();

-- pgtrigger: run r after update or insert for each statement do (SELECT 1; UPDATE d SET n = 1 WHERE n > 1)
--=                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[endless-recursion] 54001: the statement fires this trigger again, without end: stack depth limit exceeded => guard it by WHEN \(pg_trigger_depth\(\) < 1\)
-- pgtrigger: run ok_r after update of n for each statement do (UPDATE d SET n = 1 WHERE n > 1)
--=                                                                    ^ error[endless-recursion] 54001: this fires trigger "ok_r" again, which does it again, without an end => set columns of NEW in a BEFORE trigger, or add WHEN \(pg_trigger_depth\(\) < 1\)
-- pgtrigger: run ok_s after delete for each statement do (UPDATE d SET n = 1 WHERE n > 1)
-- pgtrigger: run ok_t after update for each statement when (pg_trigger_depth() < 1) do (UPDATE d SET n = 1 WHERE n > 1)
CREATE TABLE d (id int PRIMARY KEY, n int);
