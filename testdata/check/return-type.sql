CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE TABLE other (id int, label text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN 'é' || NEW.s; END $$;
--=                                                                     ^^^^^^^^^^^^^ warning[return-type]: cannot return non-composite value from function returning composite type => return NEW, OLD or NULL
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r other%ROWTYPE;
BEGIN
  SELECT * INTO r FROM other LIMIT 1;
  RETURN r; -- NULL if there was none, which is right
--=      ^ warning[return-type]: returned row structure does not match the structure of the triggering table => return NEW, OLD or NULL
END $$;
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r t;
BEGIN
  SELECT * INTO r FROM t LIMIT 1;
  RETURN r;
END $$;
CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok();
CREATE FUNCTION always() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN 'é'; END $$;
--=                                                                          ^^^^ error[return-type] 42804: cannot return non-composite value from function returning composite type => return NEW, OLD or NULL
CREATE TRIGGER d BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION always();
