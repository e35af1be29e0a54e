CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE other (id int PRIMARY KEY);
CREATE TABLE parts (id int, n int) PARTITION BY LIST (n);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ DECLARE x int := (SELECT max(t.id) FROM t); BEGIN
--=                                                                                                       ^ warning[stale-read]: trigger "a" sees "t" here as it was before the statement that fires it, since the function is STABLE => declare the function VOLATILE
  IF EXISTS (SELECT FROM public.t AS "é" WHERE "é".id = NEW.id) THEN RAISE 'seen'; END IF;
--=                      ^^^^^^^^ warning[stale-read]: trigger "a" sees "public.t" here as it was before the statement
  PERFORM other.id FROM other;
  RETURN NULL;
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN
  IF (SELECT count(*) FROM parts) > 9 THEN RAISE 'too many'; END IF;
--=                        ^^^^^ warning[stale-read]: trigger "b" sees "parts" here as it was before the statement that fires it, since the function is IMMUTABLE
  RETURN NULL;
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF EXISTS (WITH t AS (SELECT 1 AS id) SELECT FROM t) OR EXISTS (SELECT FROM rows) THEN RAISE 'seen'; END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE t.id = NEW.id) THEN RAISE 'seen'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE t.id = NEW.id) THEN RAISE 'seen'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF NOT EXISTS (SELECT FROM t WHERE t.id = NEW.id) THEN RAISE 'not seen'; END IF;
--=                          ^ warning[stale-read]: trigger "later" sees "t" here as it was before the statement if that is a transaction of its own, since
  RETURN NEW;
END $$;
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE CONSTRAINT TRIGGER a2 AFTER UPDATE ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b AFTER INSERT ON parts_1 FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a AFTER INSERT ON t REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION later();
CREATE TRIGGER ok_b3 AFTER INSERT ON other FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_c();
-- Each trigger of the function looks at the table of the other.
CREATE TABLE left_t (name text);
CREATE TABLE right_t (name text);
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF TG_TABLE_NAME = 'left_t' THEN
    PERFORM 1 FROM right_t WHERE name = NEW.name;
  ELSIF TG_TABLE_NAME = 'right_t' THEN
    PERFORM 1 FROM left_t WHERE name = NEW.name;
  END IF;
  IF FOUND THEN RAISE 'both'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ok_d AFTER INSERT ON left_t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_d AFTER INSERT ON right_t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF TG_TABLE_NAME = 'left_t' THEN
    PERFORM 1 FROM left_t WHERE name = NEW.name;
--=                ^^^^^^ warning[stale-read]: trigger "e" sees "left_t" here as it was
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER e AFTER INSERT ON left_t FOR EACH ROW EXECUTE FUNCTION e();
