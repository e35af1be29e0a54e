CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE é text COLLATE "C" NOT NULL;
--=                         ^^^^^^^^ error[not-null-variable] 22004: variable "é" must have a default value, since it's declared NOT NULL
BEGIN RETURN NEW; END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a int NOT NULL := 1; b CONSTANT int;
BEGIN RETURN NEW; END $$;
