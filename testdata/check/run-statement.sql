-- pgtrigger: run a after update for each statement referencing new table as nn when (NEW.n = 1) do (NOTIFY "kanal_é")
--=                                                                                                  ^^^^^^^^^^^^^^^^^ error[run-statement]: the transition tables cannot be filtered for this statement => leave out the condition, and write it in the statement
-- pgtrigger: run b after update for each statement referencing new table as nn when (NEW.n = 1) do (CALL p())
--=                                                                                                  ^^^^^^^^ error[run-statement]: the transition tables cannot be filtered for this statement => leave out the condition, and write it in the statement
-- pgtrigger: run c after delete do (COMMIT)
--=                                  ^^^^^^ error[run-statement] 2D000: COMMIT cannot run in a trigger
-- pgtrigger: run d after delete do (DELETE FROM t; BEGIN)
--=                                                 ^^^^^ error[run-statement] 0A000: BEGIN cannot run in a trigger
-- pgtrigger: run ok_e after delete do (LISTEN x; LOCK TABLE t; CREATE TEMP TABLE y AS SELECT 1 AS a)
-- pgtrigger: run f after delete do (VACUUM t)
--=                                  ^^^^^^ error[run-statement] 25001: VACUUM cannot run in a trigger
-- pgtrigger: run g after delete do (ROLLBACK; SAVEPOINT s)
--=                                  ^^^^^^^^ error[run-statement] 2D000: ROLLBACK cannot run in a trigger
--=                                            ^^^^^^^^^ error[run-statement] 0A000: SAVEPOINT cannot run in a trigger
-- pgtrigger: run h after delete do (LISTEN x)
-- pgtrigger: run i after delete do (COPY t TO STDOUT)
--=                                  ^^^^ error[run-statement] 0A000: COPY cannot run in a trigger
-- pgtrigger: run ok after update for each statement referencing new table as nn when (NEW.n = 1) do (DELETE FROM t USING nn WHERE nn.id = t.id)
-- pgtrigger: run ok_b after update for each statement do (NOTIFY x; REFRESH MATERIALIZED VIEW mv; CALL p(); SELECT 1; VALUES (1); TABLE t)
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
-- pgtrigger: run j on t after insert or delete for each statement referencing new table as nn old table as oo do (CALL p())
--=                                                                                                                ^^^^^^^^ error[run-statement]: this statement cannot be told which transition tables its event has => write a directive for each event
-- pgtrigger: run ok_k on t after delete do (CREATE TABLE IF NOT EXISTS fresh (id int REFERENCES t); CREATE OR REPLACE VIEW v AS SELECT t.n FROM t; CREATE SEQUENCE sq)
