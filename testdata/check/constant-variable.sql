CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE é CONSTANT int := 1;
BEGIN é := 2; RETURN NEW; END $$;
--=   ^^ error[constant-variable] 22005: variable "é" is declared CONSTANT
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n int; c CONSTANT record := NULL;
BEGIN SELECT 1, 2 INTO n, c.x; RETURN NEW; END $$;
--=                       ^^^ error[constant-variable] 22005: variable "c" is declared CONSTANT
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN NEW; EXCEPTION WHEN OTHERS THEN sqlerrm := 'x'; END $$;
--=                                          ^^^^^^^ error[constant-variable] 22005: variable "sqlerrm" is declared CONSTANT
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a CONSTANT int := 1;
BEGIN DECLARE a int; BEGIN a := 2; END; FOR a IN 1..2 LOOP a := 3; END LOOP; RETURN NEW; END $$;
