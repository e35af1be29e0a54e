-- pgtrigger: fsm a (status) draft -> live | live
--=                                          ^^^^ warning[fsm-duplicate]: this transition is given twice => leave it out
-- pgtrigger: fsm b (status) draft -> live, live -> gone, DRAFT -> 'gone' | live
--=                                                                         ^^^^ warning[fsm-duplicate]: this transition is given twice => leave it out
-- pgtrigger: fsm c (status) * -> gone, * -> gone
--=                                          ^^^^ warning[fsm-duplicate]: this transition is given twice => leave it out
-- pgtrigger: fsm ok (status) draft -> live, live -> draft, * -> live
CREATE TABLE t (id int PRIMARY KEY, status text);
