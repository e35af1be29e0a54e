-- pgtriger: protect a delete
--=^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pgtrigger protect b delete
--=^^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pg_trigger: protect c delete
--=^^^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pgtigger: protect d delete
--=^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- PGTRIGGER: protect e delete
--=^^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- Pgtrigger: protect f delete
--=^^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
-- pgtrigger : protect g delete
--=^^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
--pgtrigger: protect ok delete
--	pgtrigger:protect ok_too delete
-- pg_dump: version 15
-- trigger: something is said here
-- pgtriggers are comments
-- the pgtrigger: in the middle of a comment is none
-- postgres: 15
CREATE TABLE t (
  id int PRIMARY KEY, -- é pgtrigger: readonly
  n  int              -- ptrigger: readonly x
--=                      ^^^^^^^^ warning[misspelled-directive]: comment looks like a directive, but does not start with "pgtrigger:" => write "-- pgtrigger: …", or start the comment with another word
);
