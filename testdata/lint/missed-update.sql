-- What a trigger BEFORE the row sets is no SET of the UPDATE.
CREATE TABLE t (id int PRIMARY KEY, a int, b text, slug text, at timestamptz);
CREATE TABLE log (id int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log SELECT NEW.id WHERE OLD.id > 0; RETURN NEW; END $$;
CREATE FUNCTION once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (0); RETURN NULL; END $$;
CREATE FUNCTION idle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := NEW.a + 1; RETURN NEW; END $$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE FUNCTION slug() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := lower(NEW.b); RETURN NEW; END $$;
CREATE TRIGGER bump BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION bump();
CREATE TRIGGER slug BEFORE INSERT OR UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION slug();
CREATE TRIGGER stamp BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION stamp();
CREATE TRIGGER of_a AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION note();
--=                                 ^ warning[missed-update]: trigger "bump" sets column "a" where SET does not name it, and this does not fire for that => write UPDATE without OF, and WHEN \(OLD.a IS DISTINCT FROM NEW.a\)
CREATE TRIGGER of_slug AFTER INSERT OR UPDATE OF id, slug ON t FOR EACH ROW EXECUTE FUNCTION note();
--=                                                  ^^^^ warning[missed-update]: trigger "slug" sets column "slug" where SET does not name it, and this does not fire for that => write UPDATE without OF
CREATE TRIGGER all_at AFTER UPDATE OF at ON t EXECUTE FUNCTION once();
--=                                   ^^ warning[missed-update]: trigger "stamp" sets column "at" where SET does not name it
CREATE TRIGGER z_later BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION note();
--=                                     ^ warning[missed-update]: trigger "bump" sets column "a" where SET does not name it
-- pgtrigger: run sent on t after update of a when (changed(a)) do (INSERT INTO log VALUES (NEW.id))
--=                                         ^ warning[missed-update]: trigger "bump" sets column "a" where SET does not name it

-- What makes it change is among the columns, or it fires before, or does nothing.
CREATE TRIGGER ok_sources AFTER UPDATE OF slug, b ON t FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_tested AFTER UPDATE OF at, b ON t FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_any AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER a_first BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_idle AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION idle();
CREATE TABLE u (id int PRIMARY KEY, a text, n int, b text);
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.a := lower(NEW.a);
  IF NEW.n IS NULL THEN NEW.n := 0; END IF;
  IF TG_OP = 'INSERT' THEN NEW.b := 'new'; ELSE NEW.b := OLD.b; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON u FOR EACH ROW EXECUTE FUNCTION tidy();
CREATE TRIGGER ok_tidy AFTER UPDATE OF a, n, b ON u FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_fixed AFTER UPDATE OF b ON u FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_lower AFTER UPDATE OF a ON u FOR EACH ROW EXECUTE FUNCTION note();
