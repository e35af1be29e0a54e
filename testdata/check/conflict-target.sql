CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int PRIMARY KEY, b int);
-- pgtrigger: run a after insert do (INSERT INTO log VALUES (1, 2) ON CONFLICT (b) DO NOTHING)
--=                                                                ^^ error[conflict-target] 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification => name the columns of a primary key or unique constraint
-- pgtrigger: run ok after insert do (INSERT INTO log VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = excluded.b + log.b; INSERT INTO log VALUES (1) ON CONFLICT DO NOTHING)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
