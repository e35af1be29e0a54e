CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- pgtrigger: protect a update when (NEW.n = 1 AND NEW.n = 2)
--=                                                ^^^^^^^^^ warning[when-never]: never true where "NEW.n = 1" is, so the trigger never fires => write OR
-- pgtrigger: protect b update when (OLD.n IS DISTINCT FROM OLD.n)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: never fires: OLD.n is compared with itself => compare it with NEW.n
-- pgtrigger: protect c delete when (OLD.id IS NULL)
--=                                  ^^^^^^^^^^^^^^ warning[when-never]: this can never be true, so the trigger never fires
-- pgtrigger: protect d update when (changed(n) AND NEW.status = 'publised')
--=                                                 ^^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: a CHECK of column "status" does not allow 'publised' => did you mean "published"
-- pgtrigger: protect e update when (NEW.m <> 'sad' AND NEW.m NOT IN ('ok', 'happy'))
--=                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: never true where "NEW.m <> 'sad'" is
-- pgtrigger: protect f update when (NEW.m NOT IN ('ok', 'happy', 'sad'))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: this can never be true
-- pgtrigger: protect g update when (OLD.n > 5 AND (OLD.id = 1 OR OLD.id = 2) AND OLD.n <= 5)
--=                                                                               ^^^^^^^^^^ warning[when-never]: never true where "OLD.n > 5" is
-- pgtrigger: protect h update when (pg_trigger_depth() < 0)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: this can never be true
-- pgtrigger: protect i update when (NEW.done AND NOT NEW.done)
--=                                               ^^^^^^^^^^^^ warning[when-never]: never true where "NEW.done" is
-- pgtrigger: protect j update when (changed(n) AND OLD.n IS NOT DISTINCT FROM NEW.n)
--=                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[when-never]: never true where "changed\(n\)" is
-- pgtrigger: protect k update when (NEW.small > 40000)
--=                                  ^^^^^^^^^^^^^^^^^ warning[when-never]: this can never be true
-- pgtrigger: protect l update when (false)
--=                                  ^^^^^ warning[when-never]: this can never be true
-- pgtrigger: protect o update when (NEW.n IS NULL AND NEW.n > 3)
--=                                                    ^^^^^^^^^ warning[when-never]: never true where "NEW.n IS NULL" is
-- What is NOT NULL, or has a CHECK, has been tested AFTER a row is written.
-- pgtrigger: touch ok_a (at) insert or update when (NEW.id IS NULL OR NEW.status = 'new')
-- pgtrigger: protect ok_b before update when (NEW.m IN ('sad', 'ok'))
-- pgtrigger: protect ok_c update when (NEW.n = 1 AND OLD.n = 2 AND NEW.id = 2 AND NEW.t = 'a' AND NEW.v = 'b')
-- pgtrigger: protect ok_d update when (OLD.id <> NEW.id AND OLD.n < NEW.n AND pg_trigger_depth() < 1)
-- pgtrigger: protect ok_e update when (NEW.num = 1 AND NEW.num < 2 OR NEW.m IS NULL OR NEW.at IS NULL AND NEW.n IS NULL)
-- pgtrigger: protect ok_f update when ((NEW.n = 1 OR NEW.n = 2) AND (NEW.n = 2 OR NEW.n = 3))
-- pgtrigger: protect ok_g update when (NEW.n > 4 AND NEW.n < 6 AND NEW.small BETWEEN 1 AND 2 AND NOT (NEW.m = 'ok'))
-- pgtrigger: protect ok_h update for each statement when (OLD.id IS NULL OR NEW.id IS NULL)
-- pgtrigger: protect ok_i update when (NEW.c = 'a' AND NEW.c = 'A' AND NEW.num = 1 AND NEW.num = 1.0)
CREATE TABLE t (id int PRIMARY KEY, n int, small smallint, num numeric, m mood, done boolean, at timestamptz, t text, v varchar(10), c char(3),
  status text CHECK (status IN ('draft', 'published')));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER hand AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.id = 1 AND (OLD.id = 2 AND NEW.n = 3)) EXECUTE FUNCTION f();
--=                                                                      ^^^^^^^^^^ warning[when-never]: never true where "OLD.id = 1" is
CREATE TRIGGER hand_b BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.status = 'nope') EXECUTE FUNCTION f();
CREATE TRIGGER hand_c BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.status = 'nope') EXECUTE FUNCTION f();
--=                                                         ^^^^^^^^^^^^^^^^^^^ warning[when-never]: a CHECK of column "status" does not allow 'nope'
