CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE t (id int PRIMARY KEY, n int, m mood, s text CHECK (s IN ('a', 'b')), flag boolean);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE NEW.n WHEN 1 THEN NEW.s := 'a'; WHEN 2, 3 THEN NEW.s := 'b'; END CASE;
--= ^^^^ warning[case-not-found]: a row for which no WHEN holds is refused, as there is no ELSE: case not found => write ELSE, if only with NULL behind it
    CASE WHEN NEW.n = 1 THEN NEW.s := 'a'; END CASE;
--= ^^^^ warning[case-not-found]: a row for which no WHEN holds is refused, as there is no ELSE: case not found => write ELSE, if only with NULL behind it
    CASE NEW.m WHEN 'glad' THEN NEW.n := 1; END CASE;
--= ^^^^ warning[case-not-found]: a row for which no WHEN holds is refused, as there is no ELSE: case not found => write ELSE, if only with NULL behind it
    CASE NEW.m WHEN 'glad' THEN NEW.n := 1; WHEN 'sad' THEN NEW.n := 2; END CASE;
    CASE NEW.s WHEN 'a', 'b' THEN NEW.n := 1; END CASE;
    CASE NEW.flag WHEN true THEN NEW.n := 1; WHEN false THEN NEW.n := 2; END CASE;
    CASE NEW.n WHEN 1 THEN NEW.s := 'a'; ELSE NULL; END CASE;
    CASE TG_OP WHEN 'INSERT' THEN NEW.n := 1; WHEN 'UPDATE' THEN NEW.n := 2; END CASE;
    BEGIN
      CASE NEW.n WHEN 1 THEN NEW.s := 'a'; END CASE;
    EXCEPTION WHEN case_not_found THEN NULL;
    END;
    IF NEW.n > 1 THEN
      CASE WHEN TG_OP = 'DELETE' THEN NEW.n := 1; END CASE;
    END IF;
    IF TG_OP <> 'INSERT' THEN
      CASE TG_OP WHEN 'UPDATE' THEN NEW.n := 1; END CASE;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_OP WHEN 'UPDATE' THEN NEW.n := 1; END CASE;
--= ^^^^ error[case-not-found] 20000: no WHEN is for INSERT, and there is no ELSE: case not found => write ELSE, if only with NULL behind it
    RETURN NEW;
END $$;
CREATE TRIGGER tr3 BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION h();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_OP WHEN 'INSERT' THEN RETURN NEW; WHEN 'UPDATE' THEN RETURN NEW; END CASE;
--= ^^^^ error[case-not-found] 20000: no WHEN is for DELETE, and there is no ELSE: case not found => write ELSE, if only with NULL behind it
END $$;
CREATE TRIGGER tr2 BEFORE DELETE OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
