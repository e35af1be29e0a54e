CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE é text;
BEGIN OPEN é FOR SELECT 1; RETURN NEW; END $$;
--=        ^^ error[cursor-variable] 42804: variable "é" must be of type cursor or refcursor
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN CLOSE NEW; RETURN NEW; END $$;
--=         ^^^ error[cursor-variable] 42804: cursor variable must be a simple variable
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c CURSOR (a int, b int) FOR SELECT a + b;
BEGIN FOR r IN c(1) LOOP NULL; END LOOP; RETURN NEW; END $$;
--=               ^ error[cursor-variable] 42601: not enough arguments for cursor "c"
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c CURSOR (a int) FOR SELECT a;
BEGIN OPEN c(b := 1); RETURN NEW; END $$;
--=          ^ error[cursor-variable] 42601: cursor "c" has no argument named "b"
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c refcursor;
BEGIN FOR r IN c LOOP NULL; END LOOP; RETURN NEW; END $$;
--=            ^ error[cursor-variable] 42601: cursor FOR loop must use a bound cursor variable
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c CURSOR (a int) FOR SELECT a; d refcursor;
BEGIN OPEN c(a := 1); CLOSE c; OPEN d FOR EXECUTE 'SELECT $1' USING 1; FOR r IN c(1) LOOP NULL; END LOOP; RETURN NEW; END $$;
