CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE FUNCTION f1(mood, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION f2(mood, date) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR <=> (LEFTARG = mood, RIGHTARG = int, FUNCTION = f1);
CREATE OPERATOR <=> (LEFTARG = mood, RIGHTARG = date, FUNCTION = f2);
-- pgtrigger: protect a update when (OLD.m <=> '2020-01-01')
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ error[ambiguous-operator] 42725: operator is not unique: mood <=> unknown => cast an operand
-- pgtrigger: protect b update when (~ '1' IS NULL)
--=                                  ^^^^^ error[ambiguous-operator] 42725: operator is not unique: ~ unknown => cast the operand
-- pgtrigger: protect ok update when (OLD.m <=> date '2020-01-01')
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
