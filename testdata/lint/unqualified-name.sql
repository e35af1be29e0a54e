CREATE SCHEMA app;
SET search_path = app;
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE log (id int);
CREATE TABLE public.seen (id int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO app.log VALUES (NEW.id);
  INSERT INTO log VALUES (NEW.id);
--=           ^^^ note[unqualified-name]: this is table "app\.log" only for those whose search path has schema "app" => write app\.log, or add SET search_path to the function
  RETURN NULL;
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql SET search_path = app AS $$ BEGIN INSERT INTO log SELECT id FROM app.t; RETURN NULL; END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  WITH log AS (INSERT INTO app.log VALUES (NEW.id) RETURNING id) INSERT INTO app.log SELECT id FROM log;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO app.log SELECT id FROM seen; RETURN NULL; END $$;
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER ok_a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_c();
SET search_path = app, public;
CREATE TRIGGER ok_d AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
-- pgtrigger: trigger as_a on t after insert as $$ BEGIN INSERT INTO app.log VALUES (NEW.id); INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$
--=                                                                                                       ^^^ note[unqualified-name]: this is table "app\.log" only for those whose search path has schema "app" => write app\.log
-- pgtrigger: run ok_e on t after insert do (INSERT INTO app.log VALUES (NEW.id); INSERT INTO log VALUES (NEW.id))
