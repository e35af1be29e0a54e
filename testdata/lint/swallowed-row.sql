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
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := 1; INSERT INTO u VALUES (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > OLD.n THEN RAISE 'no'; END IF; RETURN OLD; END $$;
CREATE TRIGGER a_insert BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER a_update BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER a_delete BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TABLE v (id int PRIMARY KEY, n int);
CREATE TRIGGER b BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TABLE w (id int PRIMARY KEY, n int);
CREATE TRIGGER ok_c BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
