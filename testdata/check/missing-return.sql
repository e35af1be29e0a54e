CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.s := 'é'; END $$;
--=                                                                             ^^^ error[missing-return] 2F005: control reached end of trigger procedure without RETURN => write RETURN NEW
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.n > 1 THEN
    RETURN NEW;
  END IF;
    END $$;
--= ^^^ warning[missing-return]: control reached end of trigger procedure without RETURN => write RETURN NEW
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  ELSIF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
    END $$;
--= ^^^ error[missing-return] 2F005: control reached end of trigger procedure without RETURN \(of trigger "d" on "t"\) => write RETURN NULL
CREATE TRIGGER c BEFORE INSERT OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION ok();
CREATE TRIGGER d AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok();
CREATE FUNCTION raises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE TRIGGER e BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION raises();
--=            ^ warning[truncate-gap]: TRUNCATE gets past this: it empties table "t" and fires no triggers of DELETE
CREATE FUNCTION loops() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR i IN 1..3 LOOP RETURN NEW; END LOOP;
  ELSIF TG_OP = 'UPDATE' THEN
    WHILE true LOOP RETURN NEW; END LOOP;
  ELSE
    FOR i IN REVERSE 3..-1 LOOP
      IF OLD.n = i THEN RETURN OLD; END IF;
    END LOOP;
  END IF;
    END $$;
--= ^^^ warning[missing-return]: control reached end of trigger procedure without RETURN => write RETURN NEW
CREATE TRIGGER f BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION loops();
CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 3..1 LOOP RETURN NEW; END LOOP;
    END $$;
--= ^^^ error[missing-return] 2F005: control reached end of trigger procedure without RETURN => write RETURN NEW
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION never();
