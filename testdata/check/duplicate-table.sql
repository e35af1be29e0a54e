CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, "é" int);
--=          ^ warning[duplicate-table] 42P07: table "t" already exists
CREATE TABLE IF NOT EXISTS t (id int);
CREATE VIEW "T" AS SELECT 1 AS a;
CREATE OR REPLACE VIEW "T" AS SELECT 1 AS a;
CREATE VIEW "T" AS SELECT 1 AS a;
--=         ^^^ warning[duplicate-table] 42P07: view "T" already exists
