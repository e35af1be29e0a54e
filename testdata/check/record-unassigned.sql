CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN NEW.s := 'é' || r.n; RETURN NEW; END $$;
--=                                                                                                 ^ error[record-unassigned] 55000: record "r" is not assigned yet
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
