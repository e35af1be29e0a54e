-- UPDATE OF fires where SET names the column, whether its value changes or not.
CREATE TABLE t (id int PRIMARY KEY, a int, j json, n int);
CREATE TABLE log (id int, msg text);
CREATE TABLE sums (id int PRIMARY KEY, n int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id, TG_OP); IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$;
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.a > 1 THEN PERFORM pg_notify('t', NEW.id::text); END IF; RETURN NULL; END $$;
CREATE FUNCTION tell_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY t; RETURN NULL; END $$;
CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE sums SET n = sums.n + NEW.a WHERE id = NEW.id; RETURN NULL; END $$;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a is fixed'; END $$;
CREATE TRIGGER inserts AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION note();
--=                          ^^^^^^ warning[unchanged-update]: trigger "inserts" fires wherever SET names "a", and inserts into "log" also where it stays as it is => add WHEN \(OLD.a IS DISTINCT FROM NEW.a\)
CREATE TRIGGER both_events AFTER INSERT OR UPDATE OF a, n ON t FOR EACH ROW EXECUTE FUNCTION note();
--=                                        ^^^^^^ warning[unchanged-update]: trigger "both_events" fires wherever SET names "a" or "n", and inserts into "log" also where they stay as they are => where TG_OP is 'UPDATE', test OLD.a IS DISTINCT FROM NEW.a OR OLD.n IS DISTINCT FROM NEW.n in the body
CREATE TRIGGER tells AFTER UPDATE OF j ON t FOR EACH ROW EXECUTE FUNCTION tell();
--=                        ^^^^^^ warning[unchanged-update]: trigger "tells" fires wherever SET names "j", and notifies also where it stays as it is => add WHEN \(OLD.j::text IS DISTINCT FROM NEW.j::text\)
CREATE TRIGGER tells_all AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION tell_all();
--=                            ^^^^^^ warning[unchanged-update]: trigger "tells_all" fires wherever SET names "a", and notifies also
CREATE TRIGGER adds AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION add_up();
--=                       ^^^^^^ warning[unchanged-update]: trigger "adds" fires wherever SET names "a", and counts in "sums" also
CREATE TRIGGER refuses BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION refuse();
--=                           ^^^^^^ warning[unchanged-update]: trigger "refuses" fires wherever SET names "a", and refuses the row also
-- pgtrigger: trigger kept on t after update of a as $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$
--=                                   ^^^^^^ warning[unchanged-update]: trigger "kept" fires wherever SET names "a", and inserts into "log" also where it stays as it is => add WHEN \(changed\(a\)\)

-- Who asks is left alone, and what comes to the same.
CREATE TRIGGER ok_when AFTER UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION note();
CREATE TRIGGER ok_any AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER ok_statement AFTER UPDATE OF a ON t EXECUTE FUNCTION refuse();
CREATE TRIGGER ok_never BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE FUNCTION ok_old() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.a IS DISTINCT FROM OLD.a THEN INSERT INTO log VALUES (NEW.id); END IF; RETURN NULL; END $$;
CREATE FUNCTION ok_values() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (OLD.a, NEW.a); RETURN NULL; END $$;
CREATE FUNCTION ok_upsert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO sums VALUES (NEW.id, NEW.a) ON CONFLICT (id) DO UPDATE SET n = excluded.n; RETURN NULL; END $$;
CREATE FUNCTION ok_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE sums SET n = NEW.a WHERE id = NEW.id;
  IF NOT FOUND THEN INSERT INTO sums VALUES (NEW.id, NEW.a); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_anew() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM log WHERE id = NEW.id;
  INSERT INTO log VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION ok_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log SELECT NEW.id WHERE NOT EXISTS (SELECT FROM log WHERE id = NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION ok_caught() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO sums VALUES (NEW.id);
  RETURN NULL;
EXCEPTION WHEN unique_violation THEN RETURN NULL;
END $$;
CREATE FUNCTION ok_inserted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN INSERT INTO log VALUES (NEW.id); END IF;
  UPDATE sums SET n = NEW.a WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_check() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.a < 0 THEN RAISE EXCEPTION 'too small'; END IF; RETURN NEW; END $$;
CREATE TRIGGER ok_old AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_old();
CREATE TRIGGER ok_values AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_values();
CREATE TRIGGER ok_upsert AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_upsert();
CREATE TRIGGER ok_found AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_found();
CREATE TRIGGER ok_anew AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_anew();
CREATE TRIGGER ok_once AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_once();
CREATE TRIGGER ok_caught AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_caught();
CREATE TRIGGER ok_inserted AFTER INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_inserted();
CREATE TRIGGER ok_check BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION ok_check();
