CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, name text);
CREATE TABLE log (id int, was text, is_now text);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE was text := OLD.name;
--=                 ^^^^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL$ => write NEW
BEGIN
  IF NEW.n > 1 AND OLD.n <> NEW.n THEN RAISE NOTICE 'changed'; END IF;
--=                ^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL, and a comparison with it is never true => write NEW
  IF (OLD.*) = (NEW.*) THEN RAISE NOTICE 'same'; END IF;
--=   ^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL, and a comparison with it is never true
  UPDATE t SET n = 0 WHERE lower(name) = was AND id = OLD.id + 1;
--=                                                   ^^^^^^ warning[absent-row]: a comparison with it is never true
  INSERT INTO log (id) VALUES (OLD.id);
--=                            ^^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL$
  INSERT INTO log (id) SELECT CASE OLD.n WHEN 1 THEN 2 END;
--=                                ^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL, and a comparison with it is never true
  RETURN NEW;
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log SELECT NEW.*;
--=                      ^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL$ => write OLD
  RAISE NOTICE 'gone: %', NEW.id;
--=                       ^^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL$ => write OLD
  RETURN OLD;
END $$;
CREATE FUNCTION b_sets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW.n := 1;
--= ^^^^^ warning[absent-row]: there is no NEW in DELETE: nothing comes of what is assigned to it => leave it out, and return OLD
  RETURN NEW;
END $$;
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id > 9 THEN RAISE 'too many'; END IF;
--=  ^^^^^^ warning[absent-row]: there is no NEW FOR EACH STATEMENT: this is NULL, and a comparison with it is never true => write FOR EACH ROW, or read the rows from a transition table
    NEW.n := 1;
--= ^^^^^ warning[absent-row]: there is no NEW FOR EACH STATEMENT: nothing comes of what is assigned to it
  DELETE FROM log WHERE id IN (OLD.id, NEW.id);
  INSERT INTO log SELECT n.id FROM new_rows n WHERE n.name LIKE OLD.name;
--=                                                             ^^^^^^^^ warning[absent-row]: there is no OLD FOR EACH STATEMENT: this is NULL, and a comparison with it is never true
  RETURN NULL;
END $$;
-- TG_OP tells that there is none.
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF 'INSERT' = TG_OP THEN
    INSERT INTO log (id) VALUES (OLD.id);
--=                              ^^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL$
  ELSIF lower(TG_OP) = 'delete' THEN
    INSERT INTO log (id) VALUES (NEW.id);
--=                              ^^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL$
  ELSE
    INSERT INTO log VALUES (NEW.id, OLD.name, NEW.name);
  END IF;
  CASE TG_OP
    WHEN 'INSERT', 'UPDATE' THEN RAISE NOTICE '%', NEW.id;
    WHEN 'DELETE' THEN RAISE NOTICE '%', NEW.id;
--=                                      ^^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL$
  END CASE;
  IF TG_OP <> 'DELETE' THEN RETURN NEW; END IF;
  RAISE NOTICE '%', NEW.name;
--=                 ^^^^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL$
  RETURN OLD;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TABLE u (LIKE t);
CREATE TRIGGER b BEFORE DELETE ON u FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER b_sets BEFORE DELETE ON u FOR EACH ROW EXECUTE FUNCTION b_sets();
CREATE TRIGGER c AFTER UPDATE ON t REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION c();
CREATE TRIGGER d AFTER INSERT OR UPDATE OR DELETE ON u FOR EACH ROW EXECUTE FUNCTION d();
-- There is a row at some of the events, NULL is meant, or TG_OP keeps it from being read.
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'UPDATE' AND OLD.n <> NEW.n OR TG_OP = 'INSERT' THEN RAISE NOTICE '%', coalesce(NEW.id, OLD.id); END IF;
  IF TG_OP = 'INSERT' OR OLD.id <> NEW.id THEN RAISE NOTICE 'new'; END IF;
  IF NOT (OLD IS NULL) AND OLD.id <> NEW.id THEN RAISE NOTICE 'moved'; END IF;
  IF OLD.id IS NOT NULL THEN DELETE FROM log WHERE id = OLD.id; END IF;
  IF OLD.n IS DISTINCT FROM NEW.n THEN RAISE NOTICE '% %', OLD, NEW; END IF;
  DELETE FROM log WHERE id = OLD.id OR id = NEW.id;
  DELETE FROM log WHERE id IN (OLD.id, NEW.id) OR id = ANY (ARRAY[OLD.n, NEW.n]);
  INSERT INTO log VALUES (NEW.id, OLD.name, NEW.name);
  INSERT INTO log VALUES (NEW.id, to_jsonb(OLD), jsonb_build_object('was', OLD.n));
  INSERT INTO log VALUES (NEW.id, CASE WHEN TG_OP = 'INSERT' THEN NEW.name ELSE OLD.name END);
  INSERT INTO log VALUES (NEW.id, CASE TG_OP WHEN 'INSERT' THEN NEW.name WHEN 'DELETE' THEN OLD.name END);
  IF TG_OP = 'INSERT' THEN RETURN NEW; END IF;
  RAISE NOTICE '%', OLD.id;
  RETURN OLD;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.n <> NEW.n THEN RAISE NOTICE 'changed'; END IF;
  INSERT INTO log VALUES (OLD.id);
  RETURN NEW;
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE op text := TG_OP; BEGIN
  IF op = 'UPDATE' THEN INSERT INTO log VALUES (OLD.id); END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE old t; BEGIN
  SELECT * INTO old FROM t WHERE t.id = NEW.id + 1;
  IF old.n <> NEW.n THEN RAISE NOTICE 'other'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_e() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_ARGV[0] = 'change' THEN INSERT INTO log VALUES (OLD.id); END IF;
  NEW := OLD;
  INSERT INTO log VALUES (NEW.id);
  RETURN NEW;
END $$;
CREATE FUNCTION ok_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log SELECT r.id FROM new_rows AS r WHERE r.n > 3;
  IF TG_LEVEL = 'ROW' THEN INSERT INTO log VALUES (OLD.id); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log VALUES (NEW.id, TG_OP, OLD.name);
  RETURN NULL;
END $$;
CREATE TABLE w (LIKE t);
CREATE TRIGGER ok_a AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_b AFTER UPDATE ON u FOR EACH ROW WHEN (OLD.id > 0) EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_e('new');
CREATE TRIGGER ok_f AFTER INSERT ON w REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ok_f();
CREATE TRIGGER ok_g AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_g();
-- pgtrigger: trigger e on t after insert as $$ BEGIN IF OLD.n <> NEW.n THEN RAISE NOTICE 'x'; END IF; RETURN NULL; END $$
--=                                                      ^^^^^ warning[absent-row]: there is no OLD in INSERT: this is NULL, and a comparison with it is never true
