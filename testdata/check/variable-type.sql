CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "é" int; x nosuchtype; y anyelement; BEGIN RETURN NEW; END $$;
--=                                                                            ^^^^^^^^^^ error[variable-type] 42704: type "nosuchtype" does not exist
--=                                                                                          ^^^^^^^^^^ error[variable-type] 0A000: a variable cannot have pseudo-type anyelement
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION nested() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    DECLARE v nosuch;
--=           ^^^^^^ error[variable-type] 42704: type "nosuch" does not exist
    BEGIN
      NULL;
    END;
  END;
EXCEPTION WHEN OTHERS THEN
  DECLARE w nosuch;
--=         ^^^^^^ error[variable-type] 42704: type "nosuch" does not exist
  BEGIN
    NULL;
  END;
END $$;
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION of_others() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a nope%ROWTYPE;
--= ^^^^ error[variable-type] 42P01: relation "nope" does not exist
  b nowhere.t%ROWTYPE;
--=         ^ error[variable-type] 3F000: schema "nowhere" does not exist
  c nope%TYPE;
--= ^^^^ error[variable-type] 42601: variable "nope" does not exist
  d nope.n%TYPE;
--= ^^^^ error[variable-type] 42601: relation "nope" does not exist
  e int COLLATE "C";
--=             ^^^ error[type-mismatch] 42804: collations are not supported by type integer => leave out COLLATE
  ok_a t%ROWTYPE; ok_b pair%ROWTYPE; ok_c t.n%TYPE; ok_d ok_c%TYPE; ok_e tg_op%TYPE; ok_f pg_class%ROWTYPE; ok_g pg_class.relname%TYPE;
BEGIN
  FOR i IN 1 .. 2 LOOP
    DECLARE ok_i i%TYPE;
    BEGIN NULL; END;
  END LOOP;
  RETURN NEW;
END $$;
