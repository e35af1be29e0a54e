-- pgtrigger: touch a (at) after update
--=                        ^^^^^ error[header-not-allowed]: touch fires BEFORE, not AFTER => leave it out
-- pgtrigger: touch b (at) delete
--=                        ^^^^^^ error[header-not-allowed]: touch is not for DELETE
-- pgtrigger: touch c (at) for each statement
--=                        ^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: touch fires FOR EACH ROW => leave it out
-- pgtrigger: touch d (at) deferrable
--=                        ^^^^^^^^^^ error[header-not-allowed]: touch cannot be deferred => leave it out
-- pgtrigger: touch e (at) not deferrable
--=                 ^ warning[same-column]: trigger "ok" sets column "at" too: where both fire it wins, since its name is later in the alphabet => set the column in one of them, or put digits in front of the names to say which comes first
-- pgtrigger: version f (n) when (OLD.n = 1)
--=                         ^^^^^^^^^^^^^^^^ error[header-not-allowed]: version takes no condition => leave it out
-- pgtrigger: version g (n) insert or update or delete
--=                         ^^^^^^ error[header-not-allowed]: version is not for INSERT
--=                                             ^^^^^^ error[header-not-allowed]: version is not for DELETE
-- pgtrigger: version h (n) update of s
--=                                   ^ error[header-not-allowed]: version takes no column list: it would miss changes made by other triggers => leave it out
-- pgtrigger: readonly i (n) update of n
--=                                    ^ error[header-not-allowed]: readonly takes no column list: it would miss changes made by other triggers => leave it out
-- pgtrigger: readonly j (n) instead of update
--=                          ^^^^^^^^^^ error[header-not-allowed]: readonly fires AFTER, not INSTEAD OF => leave it out
-- pgtrigger: readonly k (n) truncate
--=                          ^^^^^^^^ error[header-not-allowed]: readonly is not for TRUNCATE
-- pgtrigger: fsm l (s) a -> b for each statement
--=                            ^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: fsm fires FOR EACH ROW => leave it out
-- pgtrigger: fsm m (s) a -> b insert
--=                            ^^^^^^ error[header-not-allowed]: fsm is not for INSERT
-- pgtrigger: fsm n (s) 'é' -> b update of s, id
--=                                         ^ error[header-not-allowed]: fsm takes no column list: it would miss changes made by other triggers => leave it out
-- pgtrigger: softdelete o set n = 1 after delete
--=                                  ^^^^^ error[header-not-allowed]: softdelete fires BEFORE, not AFTER => leave it out
-- pgtrigger: softdelete p set n = 1 update
--=                                  ^^^^^^ error[header-not-allowed]: softdelete is not for UPDATE
-- pgtrigger: softdelete q set n = 1 initially deferred
--=                                  ^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: softdelete cannot be deferred => leave it out
-- pgtrigger: set r after insert set n = 1
--=                 ^^^^^ error[header-not-allowed]: set fires BEFORE, not AFTER => leave it out
-- pgtrigger: set s for each statement set n = 1
--=                 ^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: set fires FOR EACH ROW => leave it out
-- pgtrigger: set t delete set n = 1
--=                 ^^^^^^ error[header-not-allowed]: set is not for DELETE
-- pgtrigger: protect u delete referencing old table as o
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: protect has no use for transition tables of your own => leave it out
-- pgtrigger: fsm v (s) a -> b referencing new table as o
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: fsm has no use for transition tables of your own => leave it out
-- pgtrigger: touch w (at) referencing new table as o
--=                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: touch has no use for transition tables of your own => leave it out
-- pgtrigger: touch ok (at) before insert or update of n for each row when (NEW.id > 1)
-- pgtrigger: readonly ok_b (n) after update for each row deferrable initially deferred when (OLD.n = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger t1 before update
--=                      ^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger when (true)
--=                   ^^^^^^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger execute function f()
--=                   ^^^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t3 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger t4 for each row
--=                      ^^^^^^^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t4 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger t5 deferrable
--=                      ^^^^^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t5 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger t6 referencing old table as o
--=                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[header-not-allowed]: the trigger below has a header and a body already => leave it out
CREATE TRIGGER t6 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger ok_t7
CREATE TRIGGER ok_t7 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger not ignorable
CREATE TRIGGER ok_t8 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();

-- pgtrigger: searchvector a (v) from s after update
--=                                     ^^^^^ error[header-not-allowed]: searchvector fires BEFORE, not AFTER => leave it out
-- pgtrigger: searchvector b (v) from s update of s
--=                                               ^ error[header-not-allowed]: searchvector takes no column list: it would miss changes made by other triggers => leave it out
-- pgtrigger: searchvector c (v) from s delete
--=                                     ^^^^^^ error[header-not-allowed]: searchvector is not for DELETE
-- pgtrigger: searchvector ok (v) from s insert when (NEW.id > 0)
CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);

-- pgtrigger: notify a channel c before update
--=                              ^^^^^^ error[header-not-allowed]: notify fires AFTER, not BEFORE => leave it out
-- pgtrigger: notify b channel c instead of insert
--=                              ^^^^^^^^^^ error[header-not-allowed]: notify fires AFTER, not INSTEAD OF => leave it out
-- pgtrigger: notify ok channel c update of s deferrable initially deferred
CREATE TABLE told (id int PRIMARY KEY, s text);
