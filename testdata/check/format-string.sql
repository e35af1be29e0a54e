-- pgtrigger: set a set s = format('é %s %s', NEW.s)
--=                                ^^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 2, given are 1
-- pgtrigger: protect b delete when (OLD.s = format('%d', OLD.n))
--=                                                 ^^^^ error[format-string] 22023: unrecognized format\(\) type specifier "d" => for a single % write %%
-- pgtrigger: protect ok delete when (OLD.s = format('%s %2$I %1$s é %% %-10s %3$-5L', OLD.n, 'x', NULL, OLD.s, 1, 2))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  NEW.s := format('100%');
--=               ^^^^^^ error[format-string] 22023: unterminated format\(\) type specifier => for a single % write %%
  NEW.s := format('100% é', NEW.n);
--=               ^^^^^^^^^ error[format-string] 22023: unrecognized format\(\) type specifier " " => for a single % write %%
  NEW.s := format('%é', NEW.n);
--=               ^^^^^ error[format-string] 22023: unrecognized format\(\) type specifier "é" => for a single % write %%
  NEW.s := format('%1$', NEW.n);
--=               ^^^^^ error[format-string] 22023: unterminated format\(\) type specifier => for a single % write %%
  NEW.s := format('%1$1$s', NEW.n);
--=               ^^^^^^^^ error[format-string] 22023: unrecognized format\(\) type specifier "\$" => for a single % write %%
  NEW.s := format('%0$s', NEW.n);
--=               ^^^^^^ error[format-string] 22023: format specifies argument 0, but arguments are numbered from 1
  NEW.s := format('%*1s', NEW.n);
--=               ^^^^^^ error[format-string] 22023: width argument position must be ended by "\$"
  NEW.s := format('%*-5s', NEW.n, NEW.n);
--=               ^^^^^^^ error[format-string] 22023: unrecognized format\(\) type specifier "-" => for a single % write %%
  NEW.s := format('%99999999999s', NEW.n);
--=               ^^^^^^^^^^^^^^^ error[format-string] 22003: number is out of range
  NEW.s := format('%2$s %s', 1, 2);
--=               ^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 3, given are 2
  NEW.s := format('%1$s|%*s', 1, 2);
--=               ^^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %\*s is for argument 3, given are 2
  NEW.s := format('%I', NULL);
--=               ^^^^ error[format-string] 22004: null values cannot be formatted as an SQL identifier
  NEW.s := format('é ' || '%s ' || '%s', NEW.n);
--=               ^^^^^^^^^^^^^^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 2, given are 1
  NEW.s := format('%s %s', VARIADIC ARRAY[1]);
--=               ^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 2, given are 1
  NEW.s := format('%s', VARIADIC NULL::text[]);
--=               ^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 1, given are 0
  EXECUTE format('DELETE FROM t WHERE n = %s');
--=              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 1, given are 0
  EXECUTE format('SELECT 1 AS one') INTO r;
  NEW.s := format('%s %s', r.one);
--=               ^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 2, given are 1
  NEW.s := CASE WHEN NEW.n > 1 THEN format('%s') END;
--=                                        ^^^^ warning[format-string]: too few arguments for format\(\): %s is for argument 1, given are 0
  PERFORM format('%s', id, 'more than it needs') FROM t;
  PERFORM format('%s %s', id) FROM t;
--=              ^^^^^^^ warning[format-string]: too few arguments for format\(\): %s is for argument 2, given are 1
  IF NEW.n > 1 THEN
    RAISE EXCEPTION '%', format('%d', NEW.n);
--=                             ^^^^ warning[format-string]: unrecognized format\(\) type specifier "d" => for a single % write %%
  END IF;
  NEW.s := format('%s %L', NULL, NULL) || format('100%%') || format('%--5s|%*s|%*2$s|%-*1$I', 1, 2, 3) || format(NEW.s, NEW.n);
  NEW.s := format('%s %s', VARIADIC NEW.ia) || format('%s %s', VARIADIC ARRAY[1, 2]) || format(NULL) || to_char(now(), '%s');
  RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.s = format('%s é %s', NEW.n)) EXECUTE FUNCTION g();
--=                                                                   ^^^^^^^^^^ error[format-string] 22023: too few arguments for format\(\): %s is for argument 2, given are 1
-- Another function can have that name.
CREATE SCHEMA own;
CREATE FUNCTION own.format(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE TRIGGER h BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.s = own.format('%d')) EXECUTE FUNCTION g();
