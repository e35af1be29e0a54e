CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE FUNCTION amb(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION amb(date, date) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION amb(mood, int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- pgtrigger: protect a update when (amb(NULL, NULL) = 1)
--=                                  ^^^ error[ambiguous-function] 42725: function amb\(unknown, unknown\) is not unique => cast an argument
-- pgtrigger: protect b update when ('é' = '' OR trunc('1') = 1)
--=                                               ^^^^^ error[ambiguous-function] 42725: function trunc\(unknown\) is not unique => cast an argument
-- pgtrigger: protect ok update when (amb(1, 'a') = 1 AND trunc(1.5) = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
