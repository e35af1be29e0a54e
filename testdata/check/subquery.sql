-- pgtrigger: trigger a before update when (EXISTS (SELECT FROM t)) execute function f()
--=                                         ^^^^^^^^^^^^^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
-- pgtrigger: trigger b before update when (OLD.s = 'é' AND OLD.n IN (SELECT n FROM t)) as $$ BEGIN RETURN NEW; END $$
--=                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
-- pgtrigger: trigger c before update when (OLD.n = (SELECT 1)) as $$ BEGIN RETURN NEW; END $$
--=                                                 ^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
-- pgtrigger: trigger d before update when (OLD.n = ANY (ARRAY(SELECT 1))) execute function f()
--=                                                      ^^^^^^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
-- pgtrigger: trigger e before update when (OLD.n > ALL (SELECT n FROM t)) execute function f()
--=                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
-- pgtrigger: protect ok update when (OLD.n = (SELECT 1) OR EXISTS (SELECT FROM t WHERE n = OLD.n))
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.s = 'é' AND EXISTS (SELECT 1)) EXECUTE FUNCTION f();
--=                                                                      ^^^^^^^^^^^^^^^^^ error[subquery] 0A000: cannot use subquery in trigger WHEN condition
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n = ANY (ARRAY[1, 2])) EXECUTE FUNCTION f();
