CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: run a after insert do (INSERT INTO log SELECT 1, 2 UNION SELECT 1)
--=                                                                    ^^^^^^^^ error[query-columns] 42601: each UNION query must have the same number of columns: 2 and 1
-- pgtrigger: run b after insert do (INSERT INTO log VALUES (1, 2), (3))
--=                                                                  ^ error[query-columns] 42601: VALUES lists must all be the same length: 2 and 1
-- pgtrigger: run ok after insert do (INSERT INTO log SELECT 1, 2 UNION SELECT 3, 4; INSERT INTO log VALUES (1, 2), (3, NEW.id))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
