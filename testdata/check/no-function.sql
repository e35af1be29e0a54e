CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
-- pgtrigger: protect a update when (lowr(OLD.s) = 'a')
--=                                  ^^^^ error[no-function] 42883: function lowr\(text\) does not exist => did you mean "lower"\?
-- pgtrigger: protect b update when ('é' = '' OR twice(OLD.s) = 1)
--=                                               ^^^^^ error[no-function] 42883: function twice\(text\) does not exist => cast the arguments to what it takes
-- pgtrigger: protect c update when (twice(OLD.n, 2) = 1)
--=                                  ^^^^^ error[no-function] 42883: function twice\(integer, integer\) does not exist => cast the arguments to what it takes
-- pgtrigger: protect d update when (pg_catalog.lower(OLD.n) = 'a')
--=                                  ^^^^^^^^^^^^^^^^ error[no-function] 42883: function pg_catalog\.lower\(integer\) does not exist => cast the arguments to what it takes
-- pgtrigger: set e set s = nope(NEW.s)
--=                         ^^^^ error[no-function] 42883: function nope\(text\) does not exist => did you mean "mode"\?
-- pgtrigger: protect ok update when (twice('4') = 1 AND lower(OLD.s) = 'a' AND concat(OLD.n, OLD.d) = 'a' AND make_interval(days => OLD.n) > '1 day')
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE PROCEDURE tidy(a int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE gives(a int, OUT b int) LANGUAGE plpgsql AS $$ BEGIN b := 1; END $$;
-- pgtrigger: run called after insert do (CALL tidi(NEW.n))
--=                                            ^^^^ error[no-function] 42883: procedure tidi\(integer\) does not exist => did you mean "tidy"\?
-- pgtrigger: run ok_called after insert do (CALL tidy(NEW.n))
CREATE TABLE called (id int PRIMARY KEY, n int);
CREATE FUNCTION calls() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x int;
BEGIN
  CALL tidi(1);
--=    ^^^^ error[no-function] 42883: procedure tidi\(integer\) does not exist => did you mean "tidy"\?
  CALL tidy(1, 2);
--=    ^^^^ error[no-function] 42883: procedure tidy\(integer, integer\) does not exist => cast the arguments to what it takes
  CALL tidy();
--=    ^^^^ error[no-function] 42883: procedure tidy\(\) does not exist => cast the arguments to what it takes
  CALL tidy(now());
--=    ^^^^ error[no-function] 42883: procedure tidy\(timestamp with time zone\) does not exist => cast the arguments to what it takes
  CALL tidy('1');
  CALL gives(1);
--=    ^^^^^ error[no-function] 42883: procedure gives\(integer\) does not exist => cast the arguments to what it takes
  CALL gives(1, x);
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER INSERT ON called FOR EACH ROW EXECUTE FUNCTION calls();
-- A dump empties the path. Who fires the trigger has another.
CREATE EXTENSION hstore WITH SCHEMA public;
CREATE EXTENSION pgcrypto WITH SCHEMA public;
CREATE FUNCTION public.labelled(n int) RETURNS text LANGUAGE sql AS $$ SELECT n::text $$;
CREATE TABLE public.dumped (id int, label text, h public.hstore);
SET search_path = '';
CREATE FUNCTION public.dumps() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$ BEGIN
  NEW.label := labelled(NEW.id) || encode(gen_random_bytes(7), 'hex');
  NEW.label := NEW.h -> 'a';
  NEW.h := NEW.h || hstore('a', 'b');
  NEW.label := labeled(NEW.id);
--=            ^^^^^^^ error[no-function] 42883: function labeled\(integer\) does not exist
  NEW.label := public.labelled(now());
--=            ^^^^^^^^^^^^^^^ error[no-function] 42883: function public.labelled\(timestamp with time zone\) does not exist
  NEW.label := NEW.id |<|< 1;
--=            ^^^^^^^^^^^^^ error[no-operator] 42883: there is no operator
  RETURN NEW;
END $$;
CREATE TRIGGER dumps BEFORE INSERT ON public.dumped FOR EACH ROW EXECUTE FUNCTION public.dumps();
CREATE FUNCTION public.dumps_too() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.label := labelled(NEW.id) || encode(gen_random_bytes(7), 'hex');
  NEW.label := NEW.h -> 'a';
  NEW.label := unlabelled(NEW.id);
--=            ^^^^^^^^^^ error[no-function] 42883: function unlabelled\(integer\) does not exist
  RETURN NEW;
END $$;
CREATE TRIGGER dumps_too BEFORE UPDATE ON public.dumped FOR EACH ROW EXECUTE FUNCTION public.dumps_too();
RESET search_path;
