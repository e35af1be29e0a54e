CREATE TYPE mood AS ENUM ('sad', 'ok');
-- pgtrigger: protect a update when (NEW.m IN ('sad', 'ok'))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ note[when-always]: this is always true, so the trigger fires for each row => leave out WHEN
-- pgtrigger: protect b update when (NEW.id IS NOT NULL)
--=                                  ^^^^^^^^^^^^^^^^^^ note[when-always]: this is always true
-- pgtrigger: protect c update when (NEW.n IS NOT DISTINCT FROM NEW.n)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[when-always]: NEW.n is compared with itself => compare it with OLD.n
-- pgtrigger: protect d update when (pg_trigger_depth() >= 0)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^ note[when-always]: this is always true
-- pgtrigger: protect e update when (NEW.n IS NULL OR NEW.n <= 4 OR NEW.n > 4)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[when-always]: this is always true
-- pgtrigger: protect g update when (OLD.id = NEW.id OR changed(id))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[when-always]: this is always true
-- pgtrigger: protect h update when (true)
--=                                  ^^^^ note[when-always]: this is always true
-- pgtrigger: protect ok_a update when (NEW.x IN ('sad', 'ok') OR NEW.n > 4 OR NEW.n <= 4)
-- pgtrigger: protect ok_b before update when (NEW.id IS NOT NULL)
-- pgtrigger: protect ok_c update when (OLD.n = NEW.n OR OLD.id <> NEW.id)
-- pgtrigger: protect ok_d update for each statement when (OLD.id IS NOT NULL)
CREATE TABLE t (id int PRIMARY KEY, n int, m mood NOT NULL, x mood);
