CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE q text; made text; given text := 'DELETE FROM t'; r record;
BEGIN
  EXECUTE NULL;
--=       ^^^^ error[null-command] 22004: query string argument of EXECUTE is null
  EXECUTE 'DELETE FROM t WHERE s = ''é''' || NULL;
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[null-command] 22004: query string argument of EXECUTE is null
  EXECUTE q;
--=       ^ error[null-command] 22004: query string argument of EXECUTE is null
  FOR r IN EXECUTE NULL LOOP
--=                ^^^^ error[null-command] 22004: query string argument of EXECUTE is null
    NULL;
  END LOOP;
  IF NEW.n > 1 THEN
    EXECUTE q;
--=         ^ warning[null-command]: query string argument of EXECUTE is null
  END IF;
  BEGIN
    EXECUTE q;
  EXCEPTION WHEN null_value_not_allowed THEN
    NULL;
  END;
  SELECT s INTO made FROM t;
  EXECUTE made;
  EXECUTE given;
  EXECUTE 'DELETE FROM t WHERE s = NULL';
  EXECUTE coalesce(q, 'DELETE FROM t');
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
