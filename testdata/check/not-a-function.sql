CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE PROCEDURE pr(int) LANGUAGE sql AS 'SELECT 1';
-- pgtrigger: protect a update when (pr(OLD.n) IS NULL)
--=                                  ^^ error[not-a-function] 42809: pr\(integer\) is a procedure => write CALL
-- pgtrigger: protect b update when ('é' = '' OR lower(DISTINCT OLD.s) = 'a')
--=                                               ^^^^^ error[not-a-function] 42809: lower\(text\) is not an aggregate function => leave out DISTINCT, ORDER BY and FILTER
-- pgtrigger: protect ok update when (abs(OLD.n) IS NULL)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
