-- pgtrigger: protect a before update for each statement when (OLD.n = 1)
--=                     ^^^^^^ error[transition-table] 42P17: the rows of a statement are known only AFTER it => write AFTER, or FOR EACH ROW
-- pgtrigger: protect b update of n for each statement when (NEW.n = 1)
--=                               ^ error[transition-table] 0A000: a condition on the rows of a statement cannot be combined with a column list => write UPDATE, and changed\(…\) in the condition
-- pgtrigger: readonly c (n) before update for each statement
--=                          ^^^^^^ error[transition-table] 42P17: the rows of a statement are known only AFTER it => write AFTER, or FOR EACH ROW
-- pgtrigger: run d after update for each statement when (NEW.n = 1) do (DELETE FROM t)
--=                                                 ^^^^^^^^^^^^^^^^ error[transition-table] 42P17: a condition on the rows of a statement filters its transition tables, and there are none => write REFERENCING OLD TABLE AS … NEW TABLE AS …
-- pgtrigger: run e before delete for each statement referencing old table as o do (DELETE FROM t)
--=                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 42P17: transition tables exist only AFTER => write AFTER
-- pgtrigger: run f after truncate for each statement referencing old table as o do (DELETE FROM t)
--=                       ^^^^^^^^ error[transition-table] 0A000: TRUNCATE triggers have no transition tables
-- pgtrigger: trigger g after insert or update for each statement referencing new table as nn as $$ BEGIN RETURN NULL; END $$
--=                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: transition tables need a trigger of one event => write a directive for each event
-- pgtrigger: run h after update of n for each statement referencing new table as nn do (DELETE FROM t)
--=                                 ^ error[transition-table] 0A000: transition tables cannot be combined with a column list => write UPDATE
-- pgtrigger: run i after delete for each statement referencing new table as nn do (DELETE FROM t)
--=                                                                          ^^ error[transition-table] 42P17: there is no NEW TABLE in DELETE
-- pgtrigger: run j after insert for each statement referencing old table as o do (DELETE FROM t)
--=                                                                          ^ error[transition-table] 42P17: there is no OLD TABLE in INSERT
-- pgtrigger: run k after update for each statement referencing old table as "Ö" new table as "Ö" do (DELETE FROM t)
--=                                                                                            ^^^^ error[transition-table] 42P17: OLD TABLE and NEW TABLE have the same name
-- pgtrigger: run l after update for each statement referencing old row as o do (DELETE FROM t)
--=                                                             ^^^^^^^ error[transition-table] 0A000: REFERENCING names tables, not rows: the rows are OLD and NEW
-- pgtrigger: trigger m after update for each statement referencing new row as o execute function f()
--=                                                                 ^^^^^^^ error[transition-table] 0A000: REFERENCING names tables, not rows: the rows are OLD and NEW
-- pgtrigger: run n after delete for each row deferrable referencing old table as o do (DELETE FROM t)
--=                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-deferrable] 42601: constraint triggers have no transition tables
-- pgtrigger: protect p before insert for each statement when (NEW.n = 1)
--=                     ^^^^^^ error[transition-table] 42P17: the rows of a statement are known only AFTER it => write AFTER, or FOR EACH ROW
-- pgtrigger: assert s update for each statement referencing new table as nn check (NEW.n > 1 AND EXISTS (SELECT FROM nn))
--=                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table]: CHECK looks at the rows of the statement one by one, so it has no use for transition tables of your own => leave out REFERENCING, or write a subquery over the transition table
-- pgtrigger: assert ok_s update for each statement referencing new table as nn when (NEW.n > 1) check (EXISTS (SELECT FROM nn))
-- pgtrigger: trigger t after update for each statement when ('é' = 'é' AND changed(n)) as $$ BEGIN RETURN NULL; END $$
--=                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 42P17: a condition on the rows of a statement filters its transition tables, and there are none => write REFERENCING OLD TABLE AS … NEW TABLE AS …
-- pgtrigger: run ok after update for each statement referencing old table as o new table as nn do (DELETE FROM t USING o WHERE o.id = t.id)
-- pgtrigger: run ok_b after delete for each row referencing old table as o do (DELETE FROM t USING o WHERE o.id = t.id)
-- pgtrigger: protect ok_c insert for each statement when (NEW.n = 1)
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t REFERENCING OLD TABLE AS o EXECUTE FUNCTION f();
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 42P17: transition tables exist only AFTER => write AFTER
CREATE TRIGGER t2 AFTER UPDATE ON t REFERENCING OLD ROW AS o EXECUTE FUNCTION f();
--=                                             ^^^^^^^ error[transition-table] 0A000: REFERENCING names tables, not rows: the rows are OLD and NEW
CREATE TRIGGER t3 AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS o EXECUTE FUNCTION f();
--=                                                                         ^ error[transition-table] 42P17: OLD TABLE and NEW TABLE have the same name
-- pgtrigger: run q after insert for each statement referencing new table as nn do (SELECT 1)
--=                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 42809: a view has no transition tables, and "v" is one
-- pgtrigger: protect y insert for each statement when (NEW.a = 1)
--=                            ^^^^^^^^^^^^^^^^^^ error[transition-table] 42809: a view has no transition tables, in which the rows of a statement are found, and "v" is one => write FOR EACH ROW
CREATE VIEW v AS SELECT 1 AS a;
-- pgtrigger: run r after insert for each row referencing new table as nn do (SELECT 1)
--=                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: ROW triggers of a partitioned table have no transition tables, and "p" is one => write FOR EACH STATEMENT
-- pgtrigger: run ok_r after insert for each statement referencing new table as nn do (SELECT 1)
CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id);
-- pgtrigger: run s after insert for each row referencing new table as nn do (SELECT 1)
--=                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: ROW triggers of partitions and inheritance children have no transition tables => write FOR EACH STATEMENT
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- pgtrigger: run u after insert for each row referencing new table as nn do (SELECT 1)
--=                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: ROW triggers of partitions and inheritance children have no transition tables => write FOR EACH STATEMENT
CREATE TABLE child (x int) INHERITS (t);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER srv FOREIGN DATA WRAPPER w;
-- pgtrigger: run v after insert for each statement referencing new table as nn do (SELECT 1)
--=                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 42809: a foreign table has no transition tables, and "ft" is one
-- pgtrigger: readonly w (id) for each statement
--=                           ^^^^^^^^^^^^^^^^^^ error[transition-table] 42809: a foreign table has no transition tables, in which the rows of a statement are found, and "ft" is one => write FOR EACH ROW
-- pgtrigger: protect x delete for each statement when (OLD.id = 1)
--=                            ^^^^^^^^^^^^^^^^^^ error[transition-table] 42809: a foreign table has no transition tables, in which the rows of a statement are found, and "ft" is one => write FOR EACH ROW
-- pgtrigger: protect ok_x delete for each statement
CREATE FOREIGN TABLE ft (id int) SERVER srv;
-- pgtrigger: run target on t after insert for each statement referencing new table as nn do (SELECT 1 FROM nn; DELETE FROM nn)
--=                                                                                                                         ^^ error[transition-table] 0A000: relation "nn" cannot be the target of a modifying statement: it is a transition table

-- pgtrigger: notify a channel c update of s for each statement when (NEW.s = '')
--=                                        ^ error[transition-table] 0A000: a condition on the rows of a statement cannot be combined with a column list
-- pgtrigger: notify ok channel c insert or update for each statement when (NEW.s = '')
CREATE TABLE told (id int PRIMARY KEY, s text);

CREATE TABLE near (id int PRIMARY KEY, a int);
CREATE FOREIGN TABLE heir (more int) INHERITS (near) SERVER srv;
-- pgtrigger: protect y update on near for each statement when (changed(a))
--=                                    ^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: rows of foreign table "heir", which are among those of "near", cannot be in transition tables => write FOR EACH ROW
-- pgtrigger: run z on near after delete for each statement referencing old table as o do (SELECT 1 FROM o)
--=                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[transition-table] 0A000: rows of foreign table "heir", which are among those of "near", cannot be in transition tables
-- pgtrigger: run ok_near on near after insert for each statement referencing new table as o do (SELECT 1 FROM o)
-- pgtrigger: history ok_rows on near into near_history
CREATE TRIGGER twice AFTER UPDATE ON t REFERENCING NEW TABLE AS "ä" NEW TABLE AS "ö" FOR EACH STATEMENT EXECUTE FUNCTION f();
--=                                                                  ^^^^^^^^^ error[transition-table] 42P17: NEW TABLE cannot be specified multiple times
