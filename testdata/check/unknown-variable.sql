CREATE TABLE t (id int PRIMARY KEY, n int, é text);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int;
BEGIN
    totl := 1;
--= ^^^^ error[unknown-variable] 42601: "totl" is not a known variable => did you mean "total"
  RETURN NEW;
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int;
BEGIN
  SELECT n, é INTO total, "É" FROM t;
--=                        ^^^^ error[unknown-variable] 42601: "É" is not a known variable
  RETURN NEW;
END $$;
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total int;
BEGIN
    total.n := 1;
--= ^^^^^^^ error[unknown-variable] 42601: "total\.n" is not a known variable => "total" is no record
  RETURN NEW;
END $$;
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS 'DECLARE s text; BEGIN s := ''é''; r := s; RETURN NEW; END';
--=                                                                                         ^ error[unknown-variable] 42601: "r" is not a known variable
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN\n\tr := \'é\'; RETURN NEW; END';
--=                                                                ^ error[unknown-variable] 42601: "r" is not a known variable
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS U&'BEGIN \0072 := 1; RETURN NEW; END';
--=                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-variable] 42601: "r" is not a known variable
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x ALIAS FOR y;
--=                 ^ error[unknown-variable] 42704: variable "y" does not exist
BEGIN RETURN NEW; END $$;
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR r IN SELECT 1 LOOP NULL; END LOOP;
--=   ^ error[unknown-variable] 42601: loop variable of loop over rows must be a record variable or list of scalar variables
  RETURN NEW;
END $$;
CREATE FUNCTION i() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP;
--=   ^ error[unknown-variable] 42804: loop variable of loop over rows
  RETURN NEW;
END $$;
-- What is known: the function's name, labels, FOUND, the variables of triggers and of loops.
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
<<o>>
DECLARE r record; n int;
BEGIN
  ok.new.n := 1; o.n := 2; o.r.a := 3; found := true; tg_op := 'x';
  FOR i IN 1..2 LOOP i := 3; END LOOP;
  FOR NEW IN SELECT * FROM t LOOP NULL; END LOOP;
  RETURN NEW;
EXCEPTION WHEN OTHERS THEN
  n := length(SQLERRM); RETURN NULL;
END $$;
-- pgtrigger: trigger t before update on t as $$
--   BEGIN
--     nwe.n := 1;
--=    ^^^^^ error[unknown-variable] 42601: "nwe\.n" is not a known variable => did you mean "new"
--     RETURN NEW;
--   END $$
