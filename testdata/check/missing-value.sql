-- pgtrigger: set a set n
--=                     ^ error[missing-value]: column "n" is given no value => write SET column = value
-- pgtrigger: set b set id = 1, "Größe", n = 2
--=                             ^^^^^^^^^ error[missing-value]: column "Größe" is given no value => write SET column = value
-- pgtrigger: softdelete c set n, id = 2
--=                            ^ error[missing-value]: the type of column "n", integer, does not tell the value of a deleted row => write SET n = value
-- pgtrigger: softdelete d set gone, at, day
CREATE TABLE t (
  id      int PRIMARY KEY,
  n       int, -- pgtrigger: softdelete e
--=                                     ^ error[missing-value]: the type of column "n", integer, does not tell the value of a deleted row => write SET n = value
  "Größe" text,
  gone    boolean,
  at      timestamptz, -- pgtrigger: softdelete at_column
  day     date
);
