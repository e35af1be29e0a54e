-- Statements that never run.
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.n = 1 THEN
    RETURN NEW;
    NEW.n := 2;
--= ^^^^^^^^^^ warning[unreachable]: this never runs: what stands before it does not go on => move it up, or remove it
    NEW.n := 3;
  ELSIF NEW.n = 2 THEN
    RAISE EXCEPTION 'no';
    RAISE NOTICE 'never';
--= ^^^^^^^^^^^^^^^^^^^^ warning[unreachable]: this never runs: what stands before it does not go on => move it up, or remove it
  END IF;
  FOR i IN 1..3 LOOP
    CONTINUE WHEN i = 1;
    CONTINUE;
    NEW.n := i;
--= ^^^^^^^^^^ warning[unreachable]: this never runs: what stands before it does not go on => move it up, or remove it
  END LOOP;
  <<outer_loop>>
  LOOP
    LOOP
      NEW.n := NEW.n + 1;
      CONTINUE outer_loop WHEN NEW.n > 9;
    END LOOP;
    NEW.n := 4;
    EXIT WHEN NEW.n = 3;
  END LOOP;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  ELSE
    RETURN OLD;
  END IF;
    PERFORM 1;
--= ^^^^^^^^^ warning[unreachable]: this never runs: what stands before it does not go on => move it up, or remove it
END $$;
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION endless() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    NEW.n := NEW.n + 1;
    IF NEW.n > 9 THEN
      RETURN NEW;
    END IF;
  END LOOP;
    NEW.n := 0;
--= ^^^^^^^^^^ warning[unreachable]: this never runs: what stands before it does not go on => move it up, or remove it
  RETURN NEW;
END $$;
CREATE TRIGGER b BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION endless();
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  NEW.n := 1;
    CASE NEW.n
--= ^^^^ warning[case-not-found]: a row for which no WHEN holds is refused, as there is no ELSE: case not found => write ELSE, if only with NULL behind it
    WHEN 1 THEN RETURN NEW;
    WHEN 2 THEN NULL;
  END CASE;
  BEGIN
    RETURN NEW;
  EXCEPTION WHEN division_by_zero THEN
    NULL;
  END;
  NEW.n := 5;
  <<once>>
  BEGIN
    EXIT once WHEN NEW.n = 6;
    RETURN NEW;
  END;
  NEW.n := 6;
  IF NEW.n > 5 THEN
    RAISE EXCEPTION 'no';
    RETURN NULL;
  END IF;
  RETURN NEW;
  RAISE EXCEPTION 'not reached';
END $$;
CREATE TRIGGER c BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok();
