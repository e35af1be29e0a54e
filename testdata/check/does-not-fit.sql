CREATE DOMAIN code AS varchar(3);
CREATE DOMAIN small AS int CHECK (VALUE < 10) CHECK (VALUE > 0);
CREATE DOMAIN must AS text NOT NULL;
CREATE TABLE t (id int PRIMARY KEY, v varchar(3), c char, n numeric(3,1), i smallint, b bit(2), k code, d small, any_v varchar);
CREATE TABLE log (v varchar(3), n numeric(3,1), i int CHECK (i > 0 AND i < 100), b8 bigint);
CREATE TABLE kept (n int CHECK (n > 0));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.v := 'four';
--=        ^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
  NEW.c := 'ab';
--=        ^^^^ error[does-not-fit] 22001: value too long for type character\(1\)
  NEW.n := 99.96;
--=        ^^^^^ error[does-not-fit] 22003: numeric field overflow
  NEW.n := -100;
--=        ^^^^ error[does-not-fit] 22003: numeric field overflow
  NEW.n := '100';
--=        ^^^^^ error[does-not-fit] 22003: numeric field overflow
  NEW.i := 32768;
--=        ^^^^^ error[does-not-fit] 22003: smallint out of range
  NEW.i := 32767.5;
--=        ^^^^^^^ error[does-not-fit] 22003: smallint out of range
  NEW.b := '101';
--=        ^^^^^ error[does-not-fit] 22026: bit string length 3 does not match type bit\(2\)
  NEW.k := 'four';
--=        ^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
  NEW.d := 0;
--=        ^ error[domain-check] 23514: a CHECK of domain "small" does not allow 0
  NEW.v := 1234;
--=        ^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
  INSERT INTO log (v) VALUES ('four');
--=                           ^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
  INSERT INTO log (n) VALUES (1000);
--=                           ^^^^ error[does-not-fit] 22003: numeric field overflow
  INSERT INTO log (i) VALUES (100);
--=                           ^^^ error[state-check] 23514: a CHECK of column "i" does not allow 100
  INSERT INTO log (b8) VALUES (9300000000000000000);
--=                            ^^^^^^^^^^^^^^^^^^^ error[does-not-fit] 22003: bigint out of range
  UPDATE log SET v = 'four';
--=                  ^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
  UPDATE log SET i = -1;
--=                  ^^ warning[state-check]: a CHECK of column "i" does not allow -1
  IF NEW.id > 1 THEN NEW.v := 'four'; END IF;
--=                           ^^^^^^ warning[does-not-fit]: value too long for type character varying\(3\)
  NEW.v := 'abc  ';
  NEW.v := 'äöü';
  NEW.n := 99.94;
  NEW.i := 32767.4;
  NEW.i := -32768;
  NEW.b := '10';
  NEW.d := 9;
  NEW.any_v := 'long enough';
  NEW.v := 'four'::varchar(3);
  INSERT INTO log (v, n, i, b8) VALUES ('abc', 99.9, 99, 9223372036854775807);
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION d0() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE a varchar(2) := 'äöü'; BEGIN RETURN NEW; END $$;
--=                                                                                 ^^^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(2\)
CREATE TRIGGER d0 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION d0();
CREATE FUNCTION d1() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE w t.v%TYPE := 'four'; BEGIN RETURN NEW; END $$;
--=                                                                               ^^^^^^ error[does-not-fit] 22001: value too long for type character varying\(3\)
CREATE TRIGGER d1 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION d1();
CREATE FUNCTION d2() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE x small := 10; BEGIN RETURN NEW; END $$;
--=                                                                            ^^ error[domain-check] 23514: a CHECK of domain "small" does not allow 10
CREATE TRIGGER d2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION d2();
CREATE FUNCTION d3() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE y must := NULL; BEGIN RETURN NEW; END $$;
--=                                                                           ^^^^ error[not-null] 23502: domain "must" does not allow null values
CREATE TRIGGER d3 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION d3();
