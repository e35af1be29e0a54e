CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when (OLD.b::date IS NULL)
--=                                  ^^^^^^^^^^^ error[no-cast] 42846: cannot cast type boolean to date
-- pgtrigger: protect b update when ('é' = '' OR CAST(OLD.n AS int[]) IS NULL)
--=                                               ^^^^^^^^^^^^^^^^^^^^ error[no-cast] 42846: cannot cast type integer to integer\[\]
-- pgtrigger: protect c update when (ARRAY[OLD.d]::int[] IS NULL)
--=                                        ^^^^^ error[no-cast] 42846: cannot cast type date to integer
-- pgtrigger: protect ok update when (OLD.n::text = '1' AND OLD.s::date IS NULL AND '{1}'::int[] = OLD.ia AND ARRAY[]::text[] IS NULL)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
