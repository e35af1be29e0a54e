CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN NEW.s := 'é' || r.n; RETURN NEW; END $$;
--=                                                                                                 ^ error[record-unassigned] 55000: record "r" is not assigned yet
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- A default assigns; what branches and handlers assign differently is not known behind them.
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r record := NEW; BEGIN NEW.s := r.s; RETURN NEW; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF NEW.n > 1 THEN SELECT 1 AS a INTO r; ELSE SELECT 2 AS b INTO r; END IF;
  IF NEW.n > 1 THEN NEW.n := r.a; END IF;
  BEGIN
    SELECT 1 AS a INTO STRICT r FROM t WHERE id = NEW.n;
  EXCEPTION WHEN no_data_found THEN
    SELECT 2 AS b INTO r;
  END;
  IF EXISTS (SELECT FROM t WHERE id = NEW.n) THEN NEW.n := r.a; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE FUNCTION fields() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record; q record;
BEGIN
  r.a := 1;
--= ^ error[record-unassigned] 55000: record "r" is not assigned yet
  SELECT 1 INTO q.a;
--=               ^ error[record-unassigned] 55000: record "q" is not assigned yet
  RETURN NEW;
END $$;
CREATE TRIGGER fields BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION fields();
