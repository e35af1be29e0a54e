-- pgtrigger: protect a before delete whne (OLD.id = 1)
--=                                   ^^^^ error[unknown-clause] 42601: unexpected "whne" in the clauses of protect => did you mean "WHEN"\?
-- pgtrigger: protect b delete set id = 1
--=                            ^^^ error[unknown-clause] 42601: unexpected "set" in the clauses of protect => SET is a clause of set, softdelete
-- pgtrigger: readonly c (id) exept (id)
--=                           ^^^^^ error[unknown-clause] 42601: unexpected "exept" in the clauses of readonly => did you mean "EXCEPT"\?
-- pgtrigger: version d (n) 'text'
--=                         ^^^^^^ error[unknown-clause] 42601: unexpected "'text'" in the clauses of version => version takes \(column, …\)
-- pgtrigger: touch e (at) is now()
--=                        ^^ error[unknown-clause] 42601: unexpected "is" in the clauses of touch => touch takes \(column, …\), = expression
-- pgtrigger: protect f delete "when" (OLD.id = 1)
--=                            ^^^^^^ error[unknown-clause] 42601: unexpected `"when"` in the clauses of protect => did you mean "WHEN"\?
-- pgtrigger: trigger g before update execut function suppress_redundant_updates_trigger()
--=                                   ^^^^^^ error[unknown-clause] 42601: unexpected "execut" in the clauses of trigger => did you mean "EXECUTE"\?
-- pgtrigger: protect h delete; protect i insert
--=                           ^ error[unknown-clause] 42601: unexpected ";" in the clauses of protect => protect takes a header and MESSAGE, ERRCODE, HINT, IGNORABLE, ENABLE or DISABLE
-- pgtrigger: protect «j» delete «k»
--=                                ^^^^^ error[unknown-clause] 42601: unexpected "«k»" in the clauses of protect => protect takes a header and MESSAGE, ERRCODE, HINT, IGNORABLE, ENABLE or DISABLE
-- pgtrigger: protect l delete message 'é' «m»
--=                                         ^^^^^ error[unknown-clause] 42601: unexpected "«m»" in the clauses of protect => protect takes a header and MESSAGE, ERRCODE, HINT, IGNORABLE, ENABLE or DISABLE
-- pgtrigger: protect ok delete WHEN (OLD.id = 1) message 'no' HINT 'h' errcode 'P0001' not ignorable enable always
CREATE TABLE t (
  id int PRIMARY KEY,
  n  int NOT NULL DEFAULT 0,
  at timestamptz NOT NULL DEFAULT now()
);
