-- pgtrigger: protect a delete
--=                   ^ error[dead-table]: table "t", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
CREATE TABLE t (
  id int PRIMARY KEY, -- pgtrigger: readonly "ü"
--=                                          ^^^^ error[dead-table]: table "t", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
  n  int
);
-- pgtrigger: protect b insert
--=                   ^ error[dead-table]: view "v", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
CREATE VIEW v AS SELECT 1 AS a;
DROP TABLE t;
DROP VIEW v;
-- pgtrigger: protect c delete
CREATE TABLE renamed (id int PRIMARY KEY);
ALTER TABLE renamed RENAME TO other;
-- pgtrigger: protect d delete
--=                   ^ error[dead-table]: table "moved", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
CREATE TABLE moved (id int PRIMARY KEY);
CREATE SCHEMA s;
ALTER TABLE moved SET SCHEMA s;
-- pgtrigger: protect e delete
--=                   ^ error[dead-table]: table "gone", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
CREATE TABLE gone (id int PRIMARY KEY);
DROP TABLE gone;
CREATE TABLE gone (id int PRIMARY KEY);
-- pgtrigger: protect f delete
--=                   ^ error[dead-table]: table "inside", at which this directive stands, does not exist at the end of the schema => remove the directive with its table, or name another table with ON
CREATE TABLE s.inside (id int PRIMARY KEY);
DROP SCHEMA s CASCADE;
