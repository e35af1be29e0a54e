-- pgtrigger: fsm a (status) draft -> live | draft
--=                                          ^^^^^ warning[fsm-self]: a state may always stay as it is => leave it out
-- pgtrigger: fsm b (status) draft -> live, NULL -> NULL, 'é' -> 'é'
--=                                                 ^^^^ warning[fsm-self]: a state may always stay as it is => leave it out
--=                                                               ^^^^ warning[fsm-self]: a state may always stay as it is => leave it out
-- pgtrigger: fsm ok (status) draft -> live, live -> draft, * -> gone
CREATE TABLE t (id int PRIMARY KEY, status text);
