-- pgtrigger: protect a before update when (NEW.n = 1)
--=                   ^ warning[outrun-guard]: triggers "b_first", "c", "y" fire after this guard and can still change the row => leave out BEFORE: the guard then judges the row as it was written
-- pgtrigger: protect "é" before delete
-- pgtrigger: set b_first set n = 1
-- pgtrigger: touch c (at)
-- pgtrigger: fsm d (n) 1 -> 2 before update
--=               ^ warning[outrun-guard]: trigger "y" fires after this guard and can still change the row => leave out BEFORE: the guard then judges the row as it was written
-- pgtrigger: protect m before insert
-- pgtrigger: readonly x (n) before update
--=                    ^ warning[outrun-guard]: trigger "y" fires after this guard and can still change the row => leave out BEFORE: the guard then judges the row as it was written
-- pgtrigger: protect zz before update
-- pgtrigger: protect ok after update
-- pgtrigger: protect z_statement before update for each statement
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER y_after AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: protect alone before update
CREATE TABLE u (id int PRIMARY KEY);
