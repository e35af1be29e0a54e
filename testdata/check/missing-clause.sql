-- pgtrigger: fsm a (status)
--=           ^^^ error[missing-clause]: fsm needs a -> b \| c, \* -> d
-- pgtrigger: run b after delete
--=           ^^^ error[missing-clause]: run needs DO \(statement; …\)
-- pgtrigger: set c before update
--=           ^^^ error[missing-clause]: set needs SET column = expression, …
-- pgtrigger: softdelete d
--=                      ^ error[missing-clause]: softdelete does not say which column marks a deleted row => write SET column = value, or put the directive at the column
CREATE TABLE t (
  id     int PRIMARY KEY,
  status text, -- pgtrigger: FSM e
--=                          ^^^ error[missing-clause]: fsm needs a -> b \| c, \* -> d
  gone   boolean NOT NULL DEFAULT false, -- pgtrigger: softdelete at_column
  at     timestamptz -- pgtrigger: touch at_other
);

-- pgtrigger: searchvector sv (v)
--=           ^^^^^^^^^^^^ error[missing-clause]: searchvector needs FROM column
CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);

-- pgtrigger: notify a payload ('x'::json)
--=           ^^^^^^ error[missing-clause]: notify needs CHANNEL name
CREATE TABLE told (id int PRIMARY KEY, s text);
