CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when (OLD.n = ANY (OLD.id))
--=                                               ^^^^^^ error[not-an-array] 42809: op ANY/ALL \(array\) requires array on right side, not integer => write an array, or a list with IN
-- pgtrigger: protect b update when ('é' = '' OR OLD.n[1] = 1)
--=                                               ^^^^^^^^ error[not-an-array] 42804: cannot subscript type integer because it does not support subscripting
-- pgtrigger: protect ok update when (OLD.n = ANY (OLD.ia) AND OLD.ia[1] = 1 AND OLD.j['a'] = '1')
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
