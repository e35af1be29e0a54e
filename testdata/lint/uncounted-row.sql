CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE log (at timestamptz, what text);
CREATE VIEW v AS SELECT id, n FROM t;
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM t WHERE id = OLD.id;
    RETURN NEW;
--= ^^^^^^^^^^ warning[uncounted-row]: trigger "a" returns NEW, which is NULL, in DELETE: the row is written, but the statement counts 0 rows and RETURNING yields none => return OLD
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO t VALUES (NEW.id, NEW.n);
      RETURN OLD;
--=   ^^^^^^^^^^ warning[uncounted-row]: trigger "b" returns OLD, which is NULL, in INSERT: the row is written => return NEW where TG_OP is 'INSERT'
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW.n > 9 THEN RAISE 'no'; END IF;
    UPDATE t SET n = NEW.n WHERE id = OLD.id;
  ELSE
    WITH gone AS (DELETE FROM t WHERE id = OLD.id RETURNING id) INSERT INTO log SELECT now(), id FROM gone;
  END IF;
    RETURN NULL;
--= ^^^^^^^^^^^ warning[uncounted-row]: trigger "b" returns NULL in UPDATE or DELETE: the row is written, but the statement counts 0 rows => return NEW, or OLD where TG_OP is 'DELETE'
END $$;
CREATE FUNCTION put(int, int) RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES ($1, $2)';
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM put(NEW.id, NEW.n);
    RETURN NULL;
--= ^^^^^^^^^^^ warning[uncounted-row]: trigger "c" returns NULL in INSERT => return NEW
END $$;
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  EXECUTE 'INSERT INTO t SELECT ($1).*' USING NEW;
  NEW := NULL;
    RETURN NEW;
--= ^^^^^^^^^^ warning[uncounted-row]: trigger "d" returns NULL in INSERT => return NEW
END $$;
CREATE TRIGGER a INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER c INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER d INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION d();
-- Nothing of the row is written, or that is told from what is.
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (now(), TG_OP); RETURN NULL; END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE t SET n = NEW.n WHERE id = OLD.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN DELETE FROM t WHERE id = OLD.id; RETURN OLD; END IF;
  INSERT INTO t VALUES (NEW.id, NEW.n) RETURNING id, n INTO NEW;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_e() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM t WHERE id = OLD.id RETURNING id, n INTO NEW;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'UPDATE' THEN UPDATE t SET n = NEW.n WHERE id = OLD.id; RETURN NEW; END IF;
  PERFORM 1 FROM t WHERE id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ok_a INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d INSTEAD OF INSERT OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e INSTEAD OF DELETE ON v FOR EACH ROW EXECUTE FUNCTION ok_e();
CREATE TRIGGER ok_f INSTEAD OF UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION ok_f();
-- pgtrigger: trigger e on v instead of delete as $$ BEGIN DELETE FROM t WHERE id = OLD.id; RETURN NEW; END $$
--=                                                                                         ^^^^^^^^^^ warning[uncounted-row]: trigger "e" returns NEW, which is NULL, in DELETE => return OLD
