CREATE COLLATION mine FROM "C";
-- pgtrigger: protect a update when (NEW.s COLLATE nosuch = 'x')
--=                                                ^^^^^^ error[unknown-collation] 42704: collation "nosuch" does not exist
-- pgtrigger: protect ok update when (NEW.s COLLATE mine = 'x' OR NEW.s COLLATE "de_DE.utf8" = 'x' OR NEW.s COLLATE "en-US-x-icu" = 'x' OR NEW.s COLLATE ucs_basic = 'x')
CREATE TABLE t (id int PRIMARY KEY, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v text COLLATE public."Größe"; w text COLLATE "C";
--=                    ^^^^^^^^^^^^^^^^ error[unknown-collation] 42704: collation "public\.Größe" does not exist
BEGIN
  IF NEW.s < 'é' COLLATE nosuch THEN NEW.s := w; END IF;
--=                       ^^^^^^ error[unknown-collation] 42704: collation "nosuch" does not exist
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.s > 'x' COLLATE nosuch) EXECUTE FUNCTION f();
--=                                                                         ^^^^^^ error[unknown-collation] 42704: collation "nosuch" does not exist
CREATE TRIGGER tr2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
