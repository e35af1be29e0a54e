CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: protect a update when (OLD.n = (SELECT l.a, l.b FROM log AS l))
--=                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[subquery-columns] 42601: subquery must return only one column
-- pgtrigger: protect b update when ('é' = '' OR OLD.n IN (SELECT l.a, l.b FROM log AS l))
--=                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[subquery-columns] 42601: subquery has too many columns: 2, not 1
-- pgtrigger: protect c update when ((OLD.n, OLD.id) IN (SELECT l.a FROM log AS l))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[subquery-columns] 42601: subquery has too few columns: 1, not 2
-- pgtrigger: protect ok update when ((OLD.n, OLD.id) IN (SELECT l.a, l.b FROM log AS l) AND EXISTS (SELECT 1, 2))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
