CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE u (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RETURN OLD;
--= ^^^^^^^^^^ warning[swallowed-row]: trigger "a_insert" returns OLD in INSERT, which is NULL: no row of "t" is ever inserted => return NEW
--= ^^^^^^^^^^ warning[swallowed-row]: trigger "a_update" returns OLD in UPDATE: every change of a row of "t" is undone, and no error says so => return NEW, or raise
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.n := 1;
    RETURN NULL;
--= ^^^^^^^^^^^ warning[swallowed-row]: what trigger "b" assigns to NEW is lost with it => return NEW
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.n > 1 THEN RETURN NULL; END IF;
  NEW.n := 0;
  RETURN NEW;
END $$;
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RETURN NULL;
--= ^^^^^^^^^^^ warning[swallowed-row]: trigger "c" returns NULL in INSERT: no row of "u" is ever inserted, and no error says so => return NEW, or raise an error
--= ^^^^^^^^^^^ warning[swallowed-row]: trigger "c_update" returns NULL in UPDATE: no row of "v" is ever updated, and no error says so$ => return NEW, or raise an error
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := 1; INSERT INTO u VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > OLD.n THEN RAISE 'no'; END IF; RETURN OLD; END $$;
CREATE TRIGGER a_insert BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER a_update BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER a_delete BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TABLE v (id int PRIMARY KEY, n int);
CREATE TRIGGER b BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER c BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER ok_a AFTER INSERT ON u FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER ok_b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TABLE w (id int PRIMARY KEY, n int);
CREATE TRIGGER ok_c BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER c_update BEFORE UPDATE ON v FOR EACH ROW EXECUTE FUNCTION c();
-- A filter: what rows it is for is said.
CREATE TRIGGER ok_e BEFORE UPDATE ON w FOR EACH ROW WHEN (OLD.n > 3) EXECUTE FUNCTION c();
CREATE TRIGGER ok_f BEFORE UPDATE OF n ON w FOR EACH ROW EXECUTE FUNCTION c();
CREATE TRIGGER ok_g BEFORE UPDATE ON w FOR EACH ROW EXECUTE FUNCTION c();
ALTER TABLE w DISABLE TRIGGER ok_g;
CREATE TABLE log (id int, op text);
-- What is written here has nothing of the row.
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.n IS NULL THEN RAISE LOG 'none'; END IF;
  INSERT INTO log (op) VALUES (TG_OP);
  PERFORM pg_notify('t', NEW.id::text);
    RETURN NULL;
--= ^^^^^^^^^^^ warning[swallowed-row]: trigger "d" returns NULL in INSERT: no row of "x" is ever inserted, and no error says so
--= ^^^^^^^^^^^ warning[swallowed-row]: trigger "d" returns NULL in UPDATE: no row of "x" is ever updated, and no error says so
END $$;
CREATE TABLE x (id int PRIMARY KEY, n int);
CREATE TRIGGER d BEFORE INSERT OR UPDATE ON x FOR EACH ROW EXECUTE FUNCTION d();
CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW := NULL;
    RETURN NEW;
--= ^^^^^^^^^^ warning[swallowed-row]: trigger "e" returns NULL in INSERT: no row of "w" is ever inserted, and no error says so
END $$;
CREATE TRIGGER e BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION e();
-- The actions of foreign keys are dropped, too.
CREATE TABLE child (id int PRIMARY KEY, v_id int REFERENCES v ON DELETE SET NULL);
CREATE TABLE copy (id int PRIMARY KEY, v_id int CONSTRAINT copy_of REFERENCES v ON DELETE CASCADE ON UPDATE CASCADE);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RETURN NULL::record;
--= ^^^^^^^^^^^^^^^^^^^ warning[swallowed-row]: no row of "child" is ever updated, and no error says so; ON DELETE SET NULL of "child_v_id_fkey" leaves rows that refer to nothing
--= ^^^^^^^^^^^^^^^^^^^ warning[swallowed-row]: no row of "copy" is ever updated, and no error says so; ON UPDATE CASCADE of "copy_of" leaves rows that refer to nothing
END $$;
CREATE TRIGGER g BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER g BEFORE UPDATE ON copy FOR EACH ROW EXECUTE FUNCTION g();
-- The row goes elsewhere, an error or a notice tells, or it is only some rows.
CREATE FUNCTION keep(w) RETURNS void LANGUAGE sql AS '';
CREATE TABLE w_1 (LIKE w);
CREATE FUNCTION ok_h() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'INSERT INTO w_1 VALUES ($1.*)' USING NEW; RETURN NULL; END $$;
CREATE FUNCTION ok_i() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM keep(NEW); RETURN NULL; END $$;
CREATE FUNCTION ok_j() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE n int := NEW.id; BEGIN INSERT INTO log (id) VALUES (n); RETURN NULL; END $$;
CREATE FUNCTION ok_k() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > 3 THEN RAISE 'no'; END IF; RETURN NULL; END $$;
CREATE FUNCTION ok_l() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'w is closed'; RETURN NULL; END $$;
CREATE FUNCTION ok_m() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > 3 THEN RETURN NULL; END IF; NEW := NULL; NEW := OLD; RETURN NEW; END $$;
CREATE FUNCTION ok_n() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r w; BEGIN SELECT NULL, 1 INTO r; RETURN r; END $$;
CREATE FUNCTION ok_o() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > 3 THEN NEW := NULL; END IF; RETURN NEW; END $$;
CREATE TRIGGER ok_h BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_h();
CREATE TRIGGER ok_i BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_i();
CREATE TRIGGER ok_j BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_j();
CREATE TRIGGER ok_k BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_k();
CREATE TRIGGER ok_l BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_l();
CREATE TRIGGER ok_m BEFORE UPDATE ON w FOR EACH ROW EXECUTE FUNCTION ok_m();
CREATE TRIGGER ok_n BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_n();
CREATE TRIGGER ok_o BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_o();
-- pgtrigger: trigger h on w before insert as $$ BEGIN RETURN NULL; END $$
--=                                                    ^^^^^^^^^^^ warning[swallowed-row]: trigger "h" returns NULL in INSERT: no row of "w" is ever inserted
-- pgtrigger: trigger ok_p on w before insert when (NEW.n > 3) as $$ BEGIN RETURN NULL; END $$
