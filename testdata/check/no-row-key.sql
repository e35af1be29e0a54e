-- pgtrigger: readonly a (n) for each statement
--=                          ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect b update for each statement when (OLD.n <> NEW.n)
--=                            ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect c update for each statement when ('é' = '' OR changed(n))
--=                            ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: run d after update for each statement referencing old table as o new table as nn when (changed(n)) do (DELETE FROM t)
--=                              ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: protect ok update for each statement when (OLD.n = 1)
-- pgtrigger: assert e deferrable when (NEW.n > 1) check (NEW.n > (SELECT 2))
--=                    ^^^^^^^^^^ error[no-row-key]: table "t" has no key by which a row that is updated before the COMMIT could be found again => give the table a primary key, or let the trigger fire on every UPDATE: no column list, no WHEN
-- pgtrigger: assert f insert deferrable initially deferred check (NEW.n > 1)
--=                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "t" has no key by which a row that is updated before the COMMIT could be found again => give the table a primary key, or let the trigger fire on every UPDATE: no column list, no WHEN
-- pgtrigger: assert g insert or update of n deferrable check (NEW.n > 1)
--=                                          ^^^^^^^^^^ error[no-row-key]: table "t" has no key by which a row that is updated before the COMMIT could be found again => give the table a primary key, or let the trigger fire on every UPDATE: no column list, no WHEN
-- pgtrigger: assert ok_f deferrable check (NEW.n > 1)
-- pgtrigger: assert ok_g delete deferrable check (OLD.n > 1)
-- pgtrigger: assert ok_h insert check (NEW.n > 1)
-- pgtrigger: readonly ok_b (n)
CREATE TABLE t (n int, s text UNIQUE);
-- pgtrigger: readonly ok_c (n) for each statement
CREATE TABLE u (n int, s text NOT NULL UNIQUE);
-- pgtrigger: readonly d (n) for each statement
--=                          ^^^^^^^^^^^^^^^^^^ error[no-row-key]: rows of table "heirs" and of tables that inherit from it can have the same key, so the old and new rows of a statement cannot be paired => write FOR EACH ROW, here and at the children
-- pgtrigger: protect ok_d update for each statement when (NEW.n = 1)
CREATE TABLE heirs (id int PRIMARY KEY, n int);
CREATE TABLE heir () INHERITS (heirs);
-- pgtrigger: readonly ok_e (n) for each statement
CREATE TABLE parted (id int PRIMARY KEY, n int) PARTITION BY HASH (id);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 1, REMAINDER 0);

-- pgtrigger: notify a channel c update for each statement when (changed(s))
--=                                     ^^^^^^^^^^^^^^^^^^ error[no-row-key]: table "told" has no key by which the old and new rows of a statement could be paired => give the table a primary key, or write FOR EACH ROW
-- pgtrigger: notify ok channel c update for each statement when (NEW.s = '')
CREATE TABLE told (id int, s text);
