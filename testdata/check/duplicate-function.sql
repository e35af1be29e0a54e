-- pgtrigger: protect a delete
--=                   ^ error[duplicate-function] 42723: the trigger's function would be called "trigc_t__a", and there is one already => give the trigger another name
-- pgtrigger: protect "é" delete
--=                   ^^^^ error[duplicate-function] 42723: the trigger's function would be called "trigc_t__é", and there is one already => give the trigger another name
-- pgtrigger: protect ok delete
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION trigc_t__a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION "trigc_t__é"() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION trigc_t__ok(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- pgtrigger: protect b__c delete
CREATE TABLE x (id int PRIMARY KEY);
-- pgtrigger: protect c delete
--=                   ^ error[duplicate-function] 42723: trigger function "trigc_x__b__c" would be that of another trigger too => give one of the triggers another name
CREATE TABLE x__b (id int PRIMARY KEY);
