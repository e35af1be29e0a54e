CREATE TABLE t (id int PRIMARY KEY, v varchar);
CREATE TABLE log (id int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
--=             ^ warning[security-definer]: this runs with the rights of its owner what the search path of others decides => add SET search_path = ''
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
--=             ^ warning[security-definer]: names are looked up in pg_temp first => add pg_temp as the last schema
-- Functions and operators are found by it, too.
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN NEW.v := lower(NEW.v); RETURN NEW; END $$;
--=             ^ warning[security-definer]: this runs with the rights of its owner what the search path of others decides => add SET search_path = ''
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN IF NEW.id < 0 THEN RETURN NULL; END IF; RETURN NEW; END $$;
--=             ^ warning[security-definer]: this runs with the rights of its owner what the search path of others decides => add SET search_path = ''
CREATE FUNCTION ok_f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN NEW.v := pg_catalog.lower(NEW.v); RETURN NEW; END $$;
CREATE FUNCTION ok_g() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN NEW.v := lower(NEW.v); RETURN NEW; END $$;
CREATE FUNCTION ok_h() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.v := lower(NEW.v); RETURN NEW; END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN INSERT INTO public.log VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.log SELECT id FROM rows; RETURN NULL; END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_e() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c AFTER INSERT ON t REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_e();
CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER d BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION d();
CREATE TRIGGER ok_f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_f();
CREATE TRIGGER ok_g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_g();
CREATE TRIGGER ok_h BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_h();
-- What ALTER FUNCTION says later counts.
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
--=             ^ warning[security-definer]: this runs with the rights of its owner what the search path of others decides
CREATE FUNCTION ok_i() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_j() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER e AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION e();
CREATE TRIGGER ok_i AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_i();
CREATE TRIGGER ok_j AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_j();
ALTER FUNCTION e() SECURITY DEFINER RESET search_path;
ALTER FUNCTION ok_i SET search_path TO public, pg_temp;
ALTER ROUTINE ok_j() SECURITY INVOKER;
CREATE FUNCTION first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp, public AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
--=             ^^^^^ warning[security-definer]: names are looked up in pg_temp first, where anybody can make a table, since the search path lists it first => move pg_temp behind
CREATE TRIGGER first AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION first();
