-- TG_ARGV counts from 0, and is NULL behind the last argument.
CREATE TABLE t (id int, title text NOT NULL);
CREATE TABLE log (msg text);
CREATE FUNCTION first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log VALUES (TG_ARGV[1]);
--=                       ^^^^^^^^^^ warning[missing-argument]: trigger "first" passes one argument, TG_ARGV\[0\], so this is NULL => write TG_ARGV\[0\]: they are counted from 0
--=                       ^^^^^^^^^^ warning[missing-argument]: trigger "none" passes no arguments, so this is NULL => pass it, or ask TG_NARGS whether it is there
  RETURN NEW;
END $$;
CREATE TRIGGER first BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION first('x');
CREATE TRIGGER none BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION first();
CREATE FUNCTION tested() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a text := TG_ARGV[0];
BEGIN
  IF TG_ARGV[2]::int > 1 THEN
--=  ^^^^^^^^^^ warning[missing-argument]: trigger "tested" passes 2 arguments, TG_ARGV\[0\] to TG_ARGV\[1\], so this is NULL => pass it, or ask
    INSERT INTO log VALUES (a);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tested BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tested('a', 'b');
CREATE FUNCTION looped() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  FOR i IN 1 .. TG_NARGS LOOP
--=             ^^^^^^^^ warning[missing-argument]: the arguments are TG_ARGV\[0\] to TG_ARGV\[TG_NARGS - 1\]: this leaves out the first, and reads NULL behind the last => write 0 .. TG_NARGS - 1
    INSERT INTO log VALUES (NEW.title || TG_ARGV[i]);
  END LOOP;
  FOR i IN 0 .. TG_NARGS LOOP
--=             ^^^^^^^^ warning[missing-argument]: the last argument is TG_ARGV\[TG_NARGS - 1\]: this reads NULL behind it => write 0 .. TG_NARGS - 1
    INSERT INTO log VALUES (NEW.title || TG_ARGV[i]);
  END LOOP;
  FOR i IN 1 .. TG_NARGS LOOP
    INSERT INTO log VALUES (NEW.title || TG_ARGV[i - 1]);
  END LOOP;
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    INSERT INTO log VALUES (NEW.title || TG_ARGV[i]);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER looped BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION looped('a');

-- One that another trigger passes may be missing where a condition asks.
CREATE FUNCTION shared() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_ARGV[0] = 'loud' THEN
    INSERT INTO log VALUES (upper(TG_ARGV[1]));
  END IF;
  INSERT INTO log VALUES (NEW.title || TG_ARGV[0]);
--=                                    ^^^^^^^^^^ warning[missing-argument]: trigger "quiet" passes no arguments, so this is NULL
  RETURN NEW;
END $$;
CREATE TRIGGER loud BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION shared('loud', 'x');
CREATE TRIGGER quiet BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION shared();

-- NULL is meant.
CREATE FUNCTION ok_asks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a text := TG_ARGV[1];
  b int := COALESCE(TG_ARGV[2], '1')::int;
BEGIN
  IF a IS NOT NULL AND TG_ARGV[3] IS DISTINCT FROM 'x' THEN
    INSERT INTO log VALUES (a || TG_ARGV[3] || b);
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_NARGS > 1 THEN INSERT INTO log VALUES (TG_ARGV[1]); END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log VALUES (array_to_string(TG_ARGV, ',') || TG_ARGV[0]);
  RETURN NEW;
END $$;
CREATE TRIGGER ok_asks BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_asks('x');
CREATE TRIGGER ok_counts BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_counts('x');
CREATE TRIGGER ok_all BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_all();
