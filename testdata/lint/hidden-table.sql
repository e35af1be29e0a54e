-- pgtrigger: run a after insert for each statement referencing new table as log do (INSERT INTO other SELECT id FROM log)
--=                                                                          ^^^ warning[hidden-table]: in the function "log" is these rows alone, not view "log" => give the transition table a name of its own
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE other (id int);
CREATE VIEW log AS SELECT 1 AS id;
CREATE SCHEMA far;
CREATE TABLE far.away (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM FROM t; RETURN NULL; END $$;
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM FROM t; RETURN NULL; END $$ SET search_path = '';
CREATE TRIGGER b AFTER UPDATE ON t REFERENCING OLD TABLE AS t NEW TABLE AS "T" FOR EACH STATEMENT EXECUTE FUNCTION f();
--=                                                         ^ warning[hidden-table]: in the function "t" is these rows alone, not table "t" => give the transition table a name of its own
CREATE TRIGGER ok_a AFTER UPDATE ON t REFERENCING OLD TABLE AS t NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION g();
CREATE TRIGGER ok_b AFTER UPDATE ON t REFERENCING OLD TABLE AS away NEW TABLE AS fresh FOR EACH ROW EXECUTE FUNCTION f();
