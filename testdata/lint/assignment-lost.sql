CREATE TABLE t (id int PRIMARY KEY, n int, d int GENERATED ALWAYS AS (n * 2) STORED, at timestamptz);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW.at := now();
--= ^^^^^^ warning[assignment-lost]: trigger "a" fires AFTER the row was written, so nothing comes of this => fire it BEFORE
    NEW.n := coalesce(NEW.n, 0) + 1;
--= ^^^^^ warning[assignment-lost]: trigger "a" fires AFTER
  RETURN NEW;
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    OLD.n := 1;
--= ^^^^^ warning[assignment-lost]: nothing comes of what is assigned to OLD => assign to NEW
  SELECT 1, 2 INTO NEW.d, NEW.n;
--=                ^^^^^ warning[assignment-lost]: column "d" is generated: Postgres computes it after this and drops what is assigned => leave it out
  RETURN NEW;
END $$;
-- What is read again is a place to keep something.
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.n := NULL;
  INSERT INTO log SELECT NEW.*;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_WHEN = 'BEFORE' THEN NEW.n := 1; END IF;
  RETURN NEW;
END $$;
CREATE TABLE log (id int, n int, d int, at timestamptz);
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION a();
CREATE TABLE w (id int PRIMARY KEY, n int);
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE
    new w;
--= ^^^ warning[assignment-lost]: variable "new" hides the row: what is read, assigned and returned as NEW is the variable => rename the variable, or leave it out
BEGIN
  new.n := 1;
  RETURN new;
END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE old w; BEGIN
  SELECT * INTO old FROM w WHERE w.id = NEW.id - 1;
  NEW.n := old.n;
  RETURN NEW;
END $$;
CREATE TRIGGER c BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION c();
CREATE TABLE u (id int PRIMARY KEY, n int);
CREATE TRIGGER ok_d BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION ok_d();
