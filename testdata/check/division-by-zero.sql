-- pgtrigger: protect a update when (NEW.s = 'é' and NEW.n = 1 / (2 - 2))
--=                                                           ^^^^^^^^^^^ error[division-by-zero] 22012: division by zero
-- pgtrigger: protect b update when (NEW.n % 0 = 1 or NEW.n > 1.5 / 0.0)
--=                                                           ^^^^^^^^^ error[division-by-zero] 22012: division by zero
-- pgtrigger: protect ok update when (NEW.n > 1 / 0.5 or true or 1 / 0 = 1 or case when NEW.n > 1 then 1 / 0 end = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v boolean := false;
BEGIN
  IF v AND 1 / 0 = 1 THEN NEW.n := coalesce(1, 1 / 0); END IF;
  NEW.n := -1 % 0;
--=        ^^^^^^ error[division-by-zero] 22012: division by zero
  IF NEW.n > 1 THEN NEW.n := 1 / 0; END IF;
--=                          ^^^^^ warning[division-by-zero]: division by zero
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
