-- pgtrigger: protect a update when (NEW.s = 'é' and NEW.n = 1 / (2 - 2))
--=                                                           ^^^^^^^^^^^ error[division-by-zero] 22012: division by zero
-- pgtrigger: protect b update when (NEW.n % 0 = 1 or NEW.n > 1.5 / 0.0)
--=                                  ^^^^^^^^^ error[division-by-zero] 22012: division by zero
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
  NEW.n := NEW.n / 0;
--=        ^^^^^^^^^ error[division-by-zero] 22012: division by zero
  NEW.n := NEW.id % (1 - 1);
--=        ^^^^^^^^^^^^^^^^ error[division-by-zero] 22012: division by zero
  NEW.n := NEW.n / 0.0;
--=        ^^^^^^^^^^^ error[division-by-zero] 22012: division by zero
  NEW.n := CASE WHEN NEW.n > 1 THEN NEW.n / 0 END;
--=                                 ^^^^^^^^^ warning[division-by-zero]: division by zero
  NEW.n := (SELECT t.n / 0 FROM t WHERE t.id = 1);
--=                ^^^^^^^ warning[division-by-zero]: division by zero
  IF NEW.n > 1 AND NEW.id / 0 = 1 THEN NULL; END IF;
--=                ^^^^^^^^^^ warning[division-by-zero]: division by zero
  NEW.n := NEW.n / NULLIF(NEW.id, 0) + NEW.n / NEW.id + NULL / 0 + NEW.n / 0.5 + NEW.n * 0 / 1;
  BEGIN NEW.n := NEW.n / 0; EXCEPTION WHEN division_by_zero THEN NEW.n := 0; END;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
