-- pgtrigger: readonly a (n) for each statement
--=                          ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect b update for each statement when (OLD.n <> NEW.n)
--=                            ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect c update for each statement when ('é' = '' OR changed(n))
--=                            ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: run d after update for each statement referencing old table as o new table as nn when (changed(n)) do (DELETE FROM t)
--=                              ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect ok update for each statement when (OLD.n = 1)
-- pgtrigger: readonly ok_b (n)
CREATE TABLE t (n int, s text UNIQUE);
-- pgtrigger: readonly ok_c (n) for each statement
CREATE TABLE u (n int, s text NOT NULL UNIQUE);
