CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: run a after insert do (INSERT INTO log VALUES (1, 2, 3))
--=                                                          ^ error[insert-columns] 42601: INSERT has more expressions than target columns: 3 and 2
-- pgtrigger: run b after insert do (INSERT INTO log (a, b) VALUES (1))
--=                                                                 ^ error[insert-columns] 42601: INSERT has more target columns than expressions: 2 and 1
-- pgtrigger: run c after insert do (INSERT INTO log (a) SELECT 1, 2)
--=                                                      ^^^^^^^^^^^ error[insert-columns] 42601: INSERT has more expressions than target columns: 2 and 1
-- pgtrigger: run d after insert do (INSERT INTO log SELECT NEW.*)
--=                                                  ^^^^^^^^^^^^ error[insert-columns] 42601: INSERT has more expressions than target columns: 9 and 2
-- pgtrigger: run ok after insert do (INSERT INTO log VALUES (1); INSERT INTO log (b) SELECT NEW.id)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
