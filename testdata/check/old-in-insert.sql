-- pgtrigger: protect a insert when (OLD.n = 1)
--=                                  ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write NEW
-- pgtrigger: protect b insert or update when ('é' = 'é' AND OLD.n IS DISTINCT FROM NEW.n)
--=                                                            ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write a trigger of its own for INSERT
-- pgtrigger: protect c insert when (OLD IS NULL)
--=                                  ^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write NEW
-- pgtrigger: protect d insert when (OLD.* IS NULL)
--=                                  ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write NEW
-- pgtrigger: set e before insert set n = OLD.n
--=                                       ^^^^^ error[old-in-insert]: there is no OLD in INSERT => write NEW
-- pgtrigger: set f set n = OLD.n
-- pgtrigger: run g after insert do (DELETE FROM t WHERE id = OLD.id)
--=                                                           ^^^^^^ error[old-in-insert]: there is no OLD in INSERT => write NEW
-- pgtrigger: run h after insert or update do (DELETE FROM t WHERE id = OLD.id)
-- pgtrigger: touch i (at) = OLD.at before insert or update when (OLD.n = 1)
--=                                                               ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write a trigger of its own for INSERT
-- pgtrigger: protect j insert when (EXISTS (SELECT FROM t AS x WHERE x.id = OLD.id))
--=                                                                          ^^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write NEW
-- pgtrigger: trigger k before insert when (old.nope = 1) execute function suppress_redundant_updates_trigger()
--=                                             ^^^^ error[unknown-column] 42703: table "t" has no column "nope"
-- pgtrigger: protect ok update or delete when (OLD.n = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (OLD.n = 1) EXECUTE FUNCTION f();
--=                                                               ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write a trigger of its own for INSERT

-- pgtrigger: searchvector sv (v) from s, (OLD.s || 'x')
--=                                        ^^^^^ error[old-in-insert]: there is no OLD in INSERT => write NEW
-- pgtrigger: searchvector ok_sv (v) from (OLD.s || 'x') update
CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);

-- pgtrigger: notify a channel c insert payload (OLD.s)
--=                                              ^^^^^ error[old-in-insert]: there is no OLD in INSERT => write NEW
-- pgtrigger: notify ok channel c insert or update payload (OLD.s)
CREATE TABLE told (id int PRIMARY KEY, s text);
