CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when (OLD.n = NEW.s)
--=                                  ^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: integer = text => cast one of the operands
-- pgtrigger: protect b update when ('é' = '' OR OLD.s + 1 > 2)
--=                                               ^^^^^^^^^ error[no-operator] 42883: operator does not exist: text \+ integer => cast one of the operands
-- pgtrigger: protect c update when (OLD.n == 1)
--=                                  ^^^^^^^^^^ error[no-operator] 42883: there is no operator ==: integer == integer
-- pgtrigger: protect d update when (OLD.m = 'ok'::text)
--=                                  ^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: mood = text => cast one of the operands
-- pgtrigger: protect e update when (OLD.n LIKE 'a%')
--=                                  ^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: integer ~~ unknown
-- pgtrigger: protect f update when (- OLD.s = 'a')
--=                                  ^^^^^^^ error[no-operator] 42883: operator does not exist: - text => cast one of the operands
-- pgtrigger: protect g update when (OLD.b IN (1, 2))
--=                                  ^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: boolean = integer => cast one of the operands
-- pgtrigger: protect h update when (OLD.d BETWEEN 1 AND 2)
--=                                  ^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: date >= integer => cast one of the operands
-- pgtrigger: protect i update when ((OLD.n, OLD.s) = (1, 2))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: text = integer => cast one of the operands
-- pgtrigger: protect j update when (OLD.n = ANY (ARRAY['a'::text]))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: integer = text => cast one of the operands
-- pgtrigger: protect k update when (EXISTS (SELECT FROM t AS o WHERE o.s = OLD.n))
--=                                                                   ^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: text = integer => cast one of the operands
-- pgtrigger: protect ok update when (OLD.n = 1.5 AND OLD.s || 1 = 'a1' AND OLD.d + 1 > current_date AND OLD.m = 'ok' AND OLD.j @> '{}' AND OLD.n = ANY ('{1,2}'))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
