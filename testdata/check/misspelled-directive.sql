-- pgtriger: protect a delete
--=^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pgtrigger protect b delete
--=^^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pg_trigger: protect c delete
--=^^^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pgtigger: protect d delete
--=^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- PGTRIGGER: protect e delete
-- Pgtrigger: protect f delete
-- pgtrigger : protect g delete
--=^^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
--pgtrigger: protect ok delete
--	pgtrigger:protect ok_too delete
-- trigc: protect h delete
--=^^^^^ error[misspelled-directive]: looks like a directive
-- trigger: fsm i a -> b
--=^^^^^^^ error[misspelled-directive]: looks like a directive
-- pgtrigger is a tool of another house
--=^^^^^^^^^ warning[misspelled-directive]: looks like a directive
-- pgtriggr: see the manual
--=^^^^^^^^ warning[misspelled-directive]: looks like a directive
-- trigc: a compiler
-- pg_dump: version 15
-- trigger: something is said here
-- pgtriggers are comments
-- the pgtrigger: in the middle of a comment is none
-- postgres: 15
CREATE TABLE t (
  id int PRIMARY KEY, -- é pgtrigger: readonly
  n  int              -- ptrigger: readonly x
--=                      ^^^^^^^^ error[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
);
