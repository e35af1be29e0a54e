-- pgtrigger: protect a before delete after insert
--=                                   ^^^^^ error[duplicate-clause] 42601: the timing is given twice
-- pgtrigger: protect b delete update
--=                            ^^^^^^ error[duplicate-clause] 42601: the list of events is given twice
-- pgtrigger: protect c on t delete on t
--=                                 ^^ error[duplicate-clause] 42601: ON is given twice
-- pgtrigger: protect d delete for each row for each statement
--=                                         ^^^ error[duplicate-clause] 42601: FOR EACH is given twice
-- pgtrigger: protect e delete deferrable not deferrable
--=                                       ^^^ error[duplicate-clause] 42601: DEFERRABLE is given twice
-- pgtrigger: protect f delete initially deferred initially immediate
--=                                               ^^^^^^^^^ error[duplicate-clause] 42601: INITIALLY is given twice
-- pgtrigger: protect g delete when (OLD.n = 1) when (OLD.n = 2)
--=                                             ^^^^ error[duplicate-clause] 42601: WHEN is given twice
-- pgtrigger: protect h delete message 'a' message 'b'
--=                                        ^^^^^^^ error[duplicate-clause] 42601: MESSAGE is given twice
-- pgtrigger: protect i delete errcode 'P0001' errcode 'P0002'
--=                                            ^^^^^^^ error[duplicate-clause] 42601: ERRCODE is given twice
-- pgtrigger: protect j delete hint 'a' hint 'b'
--=                                     ^^^^ error[duplicate-clause] 42601: HINT is given twice
-- pgtrigger: protect k delete not ignorable ignorable by postgres
--=                                          ^^^^^^^^^ error[duplicate-clause] 42601: IGNORABLE is given twice
-- pgtrigger: protect l delete not ignorable not ignorable
--=                                          ^^^ error[duplicate-clause] 42601: IGNORABLE is given twice
-- pgtrigger: protect m delete enable always disable
--=                                          ^^^^^^^ error[duplicate-clause] 42601: the firing state is given twice
-- pgtrigger: protect n delete disable enable replica
--=                                    ^^^^^^ error[duplicate-clause] 42601: the firing state is given twice
-- pgtrigger: readonly o (n) (id)
--=                          ^ error[duplicate-clause] 42601: the clause \(column, …\) is given twice
-- pgtrigger: readonly p (n) except (id)
--=                          ^^^^^^^^^^^ error[duplicate-clause]: columns are listed and excepted at once => write one of them
-- pgtrigger: readonly q except (n) except (id)
--=                                 ^^^^^^ error[duplicate-clause] 42601: EXCEPT is given twice
-- pgtrigger: readonly r except (id) (n)
--=                      ^^^^^^^^^^^ error[duplicate-clause]: columns are listed and excepted at once => write one of them
-- pgtrigger: fsm s (n) 1 -> 2 initial 1 initial 2
--=                                      ^^^^^^^ error[duplicate-clause] 42601: INITIAL is given twice
-- pgtrigger: run u after delete do (DELETE FROM t) do (DELETE FROM t)
--=                                                 ^^ error[duplicate-clause] 42601: DO is given twice
-- pgtrigger: run v after delete referencing old table as o referencing old table as p do (DELETE FROM t)
--=                                                         ^^^^^^^^^^^ error[duplicate-clause] 42601: REFERENCING is given twice
-- pgtrigger: run w after delete referencing old table as o old table as p do (DELETE FROM t)
--=                                                         ^^^ error[duplicate-clause] 42601: OLD TABLE is given twice
-- pgtrigger: touch x (at) = now() = now()
-- pgtrigger: trigger y before update execute function suppress_redundant_updates_trigger() as $$ BEGIN RETURN NEW; END $$
--=                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[duplicate-clause]: trigger has two bodies => write one of them
-- pgtrigger: trigger z before update as $$ BEGIN RETURN NEW; END $$ as $$ BEGIN RETURN NEW; END $$
--=                                                                  ^^ error[duplicate-clause] 42601: AS is given twice
-- pgtrigger: protect good on t before delete for each row when (OLD.n = 1) message 'a'
CREATE TABLE t (
  id int PRIMARY KEY,
  n  int NOT NULL DEFAULT 0,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
