CREATE DOMAIN rank AS int;
-- pgtrigger: fsm a (n) draft -> 2
--=                     ^^^^^ error[state-type] 22P02: state "draft" is no value of column "n", which is of type integer
-- pgtrigger: fsm b (n) 1 -> -2 | 'é' | 2.5 initial "x"
--=                               ^^^^ error[state-type] 22P02: state "é" is no value of column "n", which is of type integer
--=                                      ^^^ error[state-type] 22P02: state "2\.5" is no value of column "n", which is of type integer
--=                                                  ^^^ error[state-type] 22P02: state "x" is no value of column "n", which is of type integer
-- pgtrigger: fsm c (ok) yes -> true
--=                      ^^^ error[state-type]: state "yes" is no value of column "ok", which is of type boolean => write true or false
-- pgtrigger: fsm d (ok) false -> 1
--=                               ^ error[state-type]: state "1" is no value of column "ok", which is of type boolean => write true or false
-- pgtrigger: fsm e (r) low -> 2
--=                     ^^^ error[state-type] 22P02: state "low" is no value of column "r", which is of type rank
-- pgtrigger: fsm f (small) 1 -> 40000
--=                              ^^^^^ error[state-type] 22003: state "40000" is no value of column "small", which is of type smallint
-- pgtrigger: fsm h (n) 1 -> 3000000000
--=                          ^^^^^^^^^^ error[state-type] 22003: state "3000000000" is no value of column "n", which is of type integer
-- pgtrigger: fsm ok_b (ok) false -> true, true -> NULL
-- pgtrigger: fsm ok_c (n) 1 -> '2', -1 -> 1, * -> 0
-- pgtrigger: fsm g (num) 1.5 -> 2 | low | -3
--=                                  ^^^ error[state-type] 22P02: state "low" is no value of column "num", which is of type numeric
-- pgtrigger: fsm ok_d (num) 1.5 -> 2
-- pgtrigger: fsm ok_e (vc) draft -> live
CREATE TABLE t (
  id    int PRIMARY KEY,
  n     int, -- pgtrigger: fsm at_column x -> 1
--=                                      ^ error[state-type] 22P02: state "x" is no value of column "n", which is of type integer
  ok    boolean,
  r     rank,
  small smallint,
  num   numeric,
  vc    varchar(5)
);
