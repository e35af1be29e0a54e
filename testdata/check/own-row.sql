CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET s = 'é' WHERE id = NEW.id; RETURN NEW; END $$;
--=                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[own-row] 27000: tuple to be updated was already modified by an operation triggered by the current command => assign NEW\.column := value
CREATE TRIGGER a BEFORE UPDATE OF n ON t FOR EACH ROW EXECUTE FUNCTION f();
-- A row that is to be deleted, or is deleted where it is to be updated.
CREATE FUNCTION mark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET s = 'gone' WHERE id = OLD.id; RETURN OLD; END $$;
--=                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[own-row] 27000: tuple to be deleted was already modified by an operation triggered by the current command => return NULL, if the row is to stay; else fire AFTER DELETE
CREATE TRIGGER mark BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION mark();
CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t WHERE id = NEW.id; RETURN NEW; END $$;
--=                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[own-row] 27000: tuple to be updated was already modified by an operation triggered by the current command => return NULL, or fire AFTER UPDATE
CREATE TRIGGER gone BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION gone();
-- Where Postgres does not go on with the row, or there is none yet, all is well.
CREATE FUNCTION soft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET s = 'gone' WHERE id = OLD.id; RETURN NULL; END $$;
CREATE TRIGGER soft BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION soft();
CREATE FUNCTION first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE t SET n = 1 WHERE id = NEW.id;
--=        ^ warning[early-read]: BEFORE INSERT the row is not in "t" yet: this UPDATE does not find it
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER first BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION first();
CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = 1 WHERE id = OLD.id; RETURN OLD; END $$;
CREATE TRIGGER late AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION late();
