CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE TABLE other (id int, label text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN 'é' || NEW.s; END $$;
--=                                                                     ^^^^^^^^^^^^^ warning[return-type]: cannot return non-composite value from function returning composite type => return NEW, OLD or NULL
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r other%ROWTYPE;
BEGIN
  SELECT * INTO r FROM other LIMIT 1;
  RETURN r; -- a row of NULLs if there was none
--=      ^ error[return-type] 42804: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
END $$;
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r t;
BEGIN
  SELECT * INTO r FROM t LIMIT 1;
  RETURN r;
END $$;
CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok();
CREATE FUNCTION always() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN 'é'; END $$;
--=                                                                          ^^^^ error[return-type] 42804: cannot return non-composite value from function returning composite type => return NEW, OLD or NULL
CREATE TRIGGER d BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION always();
CREATE TABLE typed (id int PRIMARY KEY, s text, v varchar(3), b bigint);
CREATE FUNCTION typed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  IF NEW.id = 1 THEN
    RETURN (1, 2);
--=        ^^^^^^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
  ELSIF NEW.id = 2 THEN
    RETURN ROW(1, 'a', 'b'::varchar(3), 3::bigint);
--=        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
  ELSIF NEW.id = 3 THEN
    RETURN ROW(1, 'a'::text, 'b'::varchar(3), 3::bigint);
  ELSIF NEW.id = 4 THEN
    RETURN ROW(NEW.*);
  ELSIF NEW.id = 5 THEN
    SELECT 1, 'a', 'b'::varchar(3), 3::bigint INTO r;
    RETURN r;
  ELSIF NEW.id = 6 THEN
    SELECT 1, 'a', 'b', 3::bigint INTO r;
    RETURN r;
--=        ^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
  ELSIF NEW.id = 7 THEN
    NEW := ROW(1, 2);
    RETURN NEW;
--=        ^^^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
  END IF;
  RETURN (1, 2);
--=      ^^^^^^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
END $$;
CREATE TRIGGER typed BEFORE INSERT ON typed FOR EACH ROW EXECUTE FUNCTION typed();
-- What is a row of another type is refused, and not NULL, which can be returned.
CREATE TABLE shaped (id int PRIMARY KEY, n int);
CREATE TABLE another (n int, s text);
CREATE FUNCTION by_query() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r another%ROWTYPE; BEGIN SELECT * INTO r FROM another; RETURN r; END $$;
--=                                                                                                                                     ^ error[return-type] 42804: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
CREATE TRIGGER by_query BEFORE INSERT ON shaped FOR EACH ROW EXECUTE FUNCTION by_query();
CREATE FUNCTION by_field() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r another; BEGIN r.n := NULL; RETURN r; END $$;
--=                                                                                                            ^ error[return-type] 42804: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
CREATE TRIGGER by_field BEFORE INSERT ON shaped FOR EACH ROW EXECUTE FUNCTION by_field();
CREATE FUNCTION by_row() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN r := ROW(1, 'é'); RETURN r; END $$;
--=                                                                                                               ^ error[return-type] 42804: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
CREATE TRIGGER by_row BEFORE INSERT ON shaped FOR EACH ROW EXECUTE FUNCTION by_row();
CREATE FUNCTION perhaps() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r another; BEGIN r.n := 1; IF NEW.n > 1 THEN r := NULL; END IF; RETURN r; END $$;
--=                                                                                                                                             ^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
CREATE TRIGGER perhaps BEFORE INSERT ON shaped FOR EACH ROW EXECUTE FUNCTION perhaps();
CREATE FUNCTION asked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT o FROM another AS o LIMIT 1); END $$;
--=                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
CREATE TRIGGER asked BEFORE INSERT ON shaped FOR EACH ROW EXECUTE FUNCTION asked();
