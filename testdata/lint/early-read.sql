CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, twice int GENERATED ALWAYS AS (n * 2) STORED);
CREATE TABLE plain (id int PRIMARY KEY, n int NOT NULL, twice int);
CREATE TABLE log (id int, what text);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.twice > 10 THEN RAISE 'too much'; END IF;
--=  ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated, and Postgres computes it after this: it is NULL here => compute it here, or fire the trigger AFTER
  INSERT INTO log VALUES (NEW.id, coalesce(NEW.twice::text, 'none'));
--=                                        ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
  IF NEW.twice IS NULL OR TG_OP = 'UPDATE' AND NEW.twice IS DISTINCT FROM OLD.twice THEN
--=  ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
--=                                            ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
    NEW.n := greatest(NEW.twice, 1);
--=                   ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a();
-- One function for several: what is NULL for some is not for others.
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE NOTICE '%', coalesce(NEW.twice, NEW.n * 2);
  IF TG_WHEN = 'AFTER' THEN INSERT INTO log VALUES (NEW.twice); END IF;
  RAISE NOTICE '%', NEW.twice;
--=                 ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
  RETURN NEW;
END $$;
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER b_after AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
-- OLD has its value, AFTER it is there, DELETE has none, and the whole row is taken as it is.
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'UPDATE' THEN INSERT INTO log VALUES (OLD.twice); END IF;
  INSERT INTO log VALUES (NEW.id, to_jsonb(NEW));
  RETURN NEW;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log VALUES (NEW.twice);
  RETURN NEW;
END $$;
CREATE TRIGGER ok_a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c BEFORE INSERT OR UPDATE ON plain FOR EACH ROW EXECUTE FUNCTION ok_b();
-- pgtrigger: trigger c on t before insert as $$ BEGIN RAISE NOTICE '%', NEW.twice; RETURN NEW; END $$
--=                                                                      ^^^^^^^^^ warning[early-read]: column "twice" of "t" is generated
-- The row is not there yet.
CREATE TABLE own (id int PRIMARY KEY, n int, boss int);
CREATE FUNCTION own_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE own SET n = 1 WHERE id = NEW.id;
--=      ^^^ warning[early-read]: BEFORE INSERT the row is not in "own" yet: this UPDATE does not find it => assign to NEW
  UPDATE own SET n = n + 1 WHERE id = NEW.boss;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_own_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE own SET n = NEW.n WHERE id = NEW.id;
  IF FOUND THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_a BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION own_a();
CREATE TRIGGER ok_own_b BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION ok_own_b();
CREATE TRIGGER ok_own_c AFTER INSERT ON own FOR EACH ROW EXECUTE FUNCTION own_a();
