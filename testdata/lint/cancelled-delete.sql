CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM u WHERE id = OLD.id;
    RETURN NEW;
--= ^^^^^^^^^^ warning[cancelled-delete]: trigger "a" returns NEW in DELETE, which is NULL: no row of "t" is ever deleted => return OLD where TG_OP is 'DELETE'
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN NEW.n := 1; RETURN NEW; END IF;
  CASE TG_OP WHEN 'UPDATE' THEN RETURN NEW; ELSE NULL; END CASE;
    RETURN NEW;
--= ^^^^^^^^^^ warning[cancelled-delete]: trigger "b" returns NEW in DELETE, which is NULL: no row of "t" is ever deleted => return OLD where TG_OP is 'DELETE'
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.n > 1 THEN RAISE 'no'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW := OLD; RETURN NEW; END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = 0 WHERE id = OLD.id; RETURN NULL; END $$;
CREATE TABLE u (id int PRIMARY KEY);
CREATE TRIGGER a BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a BEFORE INSERT OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TABLE things (id int PRIMARY KEY, name text NOT NULL, price numeric, at timestamptz);
-- pgtrigger: trigger e on things before delete as $$ BEGIN RETURN NEW; END $$
--=                                                         ^^^^^^^^^^ warning[cancelled-delete]: trigger "e" returns NEW in DELETE, which is NULL: no row of "things" is ever deleted => return OLD where TG_OP is 'DELETE'
-- pgtrigger: trigger a on things after insert as $$ BEGIN NEW.name := 'x'; RETURN NULL; END $$
--=                                                        ^^^^^^^^ warning[assignment-lost]: trigger "a" fires AFTER the row was written, so nothing comes of this => fire it BEFORE, or write an UPDATE
-- pgtrigger: trigger b on things before update as $$ BEGIN OLD.name := 'x'; RETURN NEW; END $$
--=                                                         ^^^^^^^^ warning[assignment-lost]: nothing comes of what is assigned to OLD => assign to NEW
-- pgtrigger: trigger ok on things before delete as $$ BEGIN RETURN OLD; END $$
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent ON DELETE CASCADE);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
    RETURN NULL;
--= ^^^^^^^^^^^ warning[cancelled-delete]: trigger "f" returns NULL in DELETE: no row of "parent" is ever deleted, and no error says so$ => return OLD, or raise an error
--= ^^^^^^^^^^^ warning[cancelled-delete]: trigger "f" returns NULL in DELETE: no row of "child" is ever deleted, and no error says so; ON DELETE CASCADE of "child_parent_id_fkey" leaves rows that refer to nothing => return OLD, or raise an error
END $$;
CREATE TRIGGER f BEFORE UPDATE OR DELETE ON parent FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER f BEFORE DELETE ON child FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER ok_f BEFORE DELETE ON child FOR EACH ROW WHEN (OLD.parent_id IS NULL) EXECUTE FUNCTION f();
CREATE FUNCTION ok_g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '% stays', OLD.id; RETURN NULL; END $$;
CREATE TRIGGER ok_g BEFORE DELETE ON child FOR EACH ROW EXECUTE FUNCTION ok_g();
