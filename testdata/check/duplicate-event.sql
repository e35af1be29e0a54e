-- pgtrigger: protect a delete or delete
--=                               ^^^^^^ error[duplicate-event] 42601: event DELETE is given twice
-- pgtrigger: protect b update or insert or UPDATE of n
--=                                         ^^^^^^ error[duplicate-event] 42601: event UPDATE is given twice
-- pgtrigger: protect c after update of n or update of id
--=                                          ^^^^^^ error[duplicate-event] 42601: event UPDATE is given twice
-- pgtrigger: protect ok after insert or update or delete
CREATE TABLE t (id int PRIMARY KEY, n int);
