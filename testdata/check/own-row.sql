CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET s = 'é' WHERE id = NEW.id; RETURN NEW; END $$;
--=                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[own-row] 27000: tuple to be updated was already modified by an operation triggered by the current command => assign NEW\.column := value
CREATE TRIGGER a BEFORE UPDATE OF n ON t FOR EACH ROW EXECUTE FUNCTION f();
