CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: protect a update when ((OLD.n, OLD.id) = (1, 2, 3))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[row-size] 42601: unequal number of entries in row expressions: 2 and 3
-- pgtrigger: run b after insert do (UPDATE log SET (a, b) = (SELECT NEW.id))
--=                                                          ^^^^^^^^^^^^^^^ error[row-size] 42601: number of columns does not match number of values: 2 and 1
-- pgtrigger: run c after insert do (UPDATE log SET (a, b) = (1, 2, 3))
--=                                                          ^^^^^^^^^ error[row-size] 42601: number of columns does not match number of values: 2 and 3
-- pgtrigger: protect ok update when ((OLD.n, OLD.id) = (1, 2) AND (OLD.n, OLD.id) IN ((1, 2), (3, 4)))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
