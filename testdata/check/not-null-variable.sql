CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE é text COLLATE "C" NOT NULL;
--=                         ^^^^^^^^ error[not-null-variable] 22004: variable "é" must have a default value, since it's declared NOT NULL
BEGIN RETURN NEW; END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a int NOT NULL := 1; é int NOT NULL := NULL; c int := NULL;
--=                                             ^^^^ error[not-null-variable] 22004: null value cannot be assigned to variable "é" declared NOT NULL
BEGIN
  a := NULL::int;
--=    ^^^^^^^^^ error[not-null-variable] 22004: null value cannot be assigned to variable "a" declared NOT NULL
  IF NEW.id > 1 THEN SELECT NULL INTO a; END IF;
--=                         ^^^^ warning[not-null-variable]: null value cannot be assigned to variable "a" declared NOT NULL
  c := NULL;
  a := NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a int NOT NULL := 1; b CONSTANT int;
BEGIN RETURN NEW; END $$;
