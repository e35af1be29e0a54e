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
CREATE FUNCTION "ö"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION "ö"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
--=             ^^^^ error[duplicate-function] 42723: function "ö" already exists with the same argument types => write CREATE OR REPLACE FUNCTION
CREATE OR REPLACE FUNCTION "ö"() RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
--=                        ^^^^ error[duplicate-function] 42P13: the return type of an existing function cannot be changed => drop it first
CREATE OR REPLACE FUNCTION "ö"() RETURNS SETOF trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
--=                        ^^^^ error[duplicate-function] 42P13: the return type of an existing function cannot be changed => drop it first
CREATE OR REPLACE PROCEDURE public."ö"() LANGUAGE plpgsql AS $$ BEGIN END $$;
--=                         ^^^^^^^^^^^ error[duplicate-function] 42809: "public.ö" cannot become a procedure: it is a function => drop it first
CREATE OR REPLACE FUNCTION "ö"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
