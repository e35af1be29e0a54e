CREATE FUNCTION "é"(n int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
--=             ^^^^ error[trigger-function] 42P13: trigger functions cannot have declared arguments => the arguments of the trigger are in TG_ARGV
CREATE FUNCTION public.g(a int, b text DEFAULT 'x') RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
--=             ^^^^^^^^ error[trigger-function] 42P13: trigger functions cannot have declared arguments => the arguments of the trigger are in TG_ARGV
CREATE FUNCTION h() RETURNS trigger LANGUAGE sql AS 'SELECT 1';
--=             ^ error[trigger-function] 42P13: SQL functions cannot return type trigger => write LANGUAGE plpgsql
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION ok(n int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$;
--=             ^ error[trigger-function] 42P13: no language specified => write LANGUAGE plpgsql
CREATE FUNCTION l() RETURNS trigger LANGUAGE plpgsql;
--=             ^ error[trigger-function] 42P13: no function body specified => write AS
CREATE FUNCTION m() RETURNS trigger LANGUAGE plpgsql RETURN NULL;
--=             ^ error[trigger-function] 42P13: only a function of LANGUAGE sql can have a body that is no string => write AS
CREATE FUNCTION n() RETURNS trigger BEGIN ATOMIC SELECT 1; END;
--=             ^ error[trigger-function] 42P13: SQL functions cannot return type trigger => write LANGUAGE plpgsql
