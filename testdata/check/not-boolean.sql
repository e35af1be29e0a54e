CREATE DOMAIN flag AS boolean;
-- pgtrigger: protect a delete when (OLD.n)
--=                                  ^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect b delete when (OLD.ok AND OLD.s)
--=                                             ^^^^^ error[not-boolean] 42804: argument of AND must be of type boolean, not text => write a comparison
-- pgtrigger: protect c delete when (OLD.ok OR NOT OLD.n)
--=                                                ^^^^^ error[not-boolean] 42804: argument of NOT must be of type boolean, not integer => write a comparison
-- pgtrigger: protect d delete when ('é')
--=                                  ^^^^ error[bad-literal] 22P02: text "é" is not of type boolean => write a comparison
-- pgtrigger: protect e delete when (1)
--=                                  ^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect f delete when (OLD.s = 'é' AND 1.5)
--=                                                   ^^^ error[not-boolean] 42804: argument of AND must be of type boolean, not numeric => write a comparison
-- pgtrigger: protect g delete when (OLD.n + 1)
--=                                  ^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect h delete when (ROW(OLD.n))
--=                                  ^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not record => write a comparison
-- pgtrigger: protect i delete when (ARRAY[true])
--=                                  ^^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not boolean\[\] => write a comparison
-- pgtrigger: protect j delete when (OLD.n = 1 AND ((OLD."Größe")))
--=                                                  ^^^^^^^^^^^^^ error[not-boolean] 42804: argument of AND must be of type boolean, not double precision => write a comparison
-- pgtrigger: protect k delete when (OLD)
--=                                  ^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not t => write a comparison
-- pgtrigger: protect l update when (changed(n) AND NEW.n)
--=                                                 ^^^^^ error[not-boolean] 42804: argument of AND must be of type boolean, not integer => write a comparison
-- pgtrigger: protect m delete when (current_user)
--=                                  ^^^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not name => write a comparison
-- pgtrigger: protect n delete when (OLD.s::int)
--=                                  ^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect o delete when (CASE WHEN OLD.n THEN true ELSE false END)
--=                                            ^^^^^ error[not-boolean] 42804: argument of CASE/WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect p delete when (coalesce(OLD.n, 1))
--=                                  ^^^^^^^^^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
-- pgtrigger: protect r delete when (OLD.s || 'x')
--=                                  ^^^^^^^^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not text => write a comparison
-- pgtrigger: protect s delete when (OLD.n IS TRUE)
--=                                  ^^^^^ error[not-boolean] 42804: argument of IS TRUE must be of type boolean, not integer => write a comparison
-- pgtrigger: protect t delete when (B'1')
--=                                  ^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not bit => write a comparison
-- pgtrigger: assert u check (NEW.n)
--=                           ^^^^^ error[not-boolean] 42804: argument of CHECK must be of type boolean, not integer => write a comparison
-- pgtrigger: protect ok delete when (OLD.ok)
-- pgtrigger: protect ok_b delete when (OLD.flag OR NULL)
-- pgtrigger: protect ok_c delete when ('yes')
-- pgtrigger: protect ok_d delete when (OLD.s::boolean AND OLD.ok::bool IS TRUE)
-- pgtrigger: protect ok_e delete when (NOT (OLD.ok AND (OLD.n = 1 OR false)))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, "Größe" double precision, ok boolean, flag flag);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER t1 BEFORE DELETE ON t FOR EACH ROW WHEN (OLD.s = 'é' AND OLD.n) EXECUTE FUNCTION f();
--=                                                                      ^^^^^ error[not-boolean] 42804: argument of AND must be of type boolean, not integer => write a comparison
CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.n) EXECUTE FUNCTION f();
--=                                                     ^^^^^ error[not-boolean] 42804: argument of WHEN must be of type boolean, not integer => write a comparison
--=                                                     ^^^^^ error[old-in-insert] 42P17: there is no OLD in INSERT => write NEW

-- In PL/pgSQL a condition goes through text.
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE b (id int PRIMARY KEY, n numeric, s text, d date, u uuid, j jsonb, m mood, ia int[], ok boolean, flag flag, row t);
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE i bigint := 0; r b;
BEGIN
  IF NEW.id THEN NULL; ELSIF (SELECT count(*) FROM b) THEN NULL; END IF;
--=  ^^^^^^ warning[not-boolean]: a condition of type integer works for 0 and 1 alone, and fails for any other value => write a comparison, as <> 0 or IS NOT NULL
--=                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning[not-boolean]: a condition of type bigint works for 0 and 1 alone
  WHILE i LOOP i := i - 1; EXIT WHEN NEW.n; END LOOP;
--=     ^ warning[not-boolean]: a condition of type bigint works for 0 and 1 alone
--=                                  ^^^^^ warning[not-boolean]: a condition of type numeric works for 0 and 1 alone
  CASE WHEN NEW.s THEN NULL; WHEN NEW.d THEN NULL; ELSE NULL; END CASE;
--=         ^^^^^ warning[not-boolean]: a condition of type text works for 'true', 'false' and what else reads as a boolean alone => write a comparison, or a cast to boolean
--=                               ^^^^^ warning[not-boolean]: a condition of type date works for NULL alone, and fails for any other value
  ASSERT NEW.u;
--=      ^^^^^ warning[not-boolean]: a condition of type uuid works for NULL alone
  IF NEW.j->'é' THEN NULL; END IF;
--=  ^^^^^^^^^^^ warning[not-boolean]: a condition of type jsonb works for 'true'
  IF NEW.m THEN NULL; ELSIF NEW.ia THEN NULL; ELSIF NEW.row THEN NULL; ELSIF r THEN NULL; END IF;
--=  ^^^^^ warning[not-boolean]: a condition of type mood works for 'true'
--=                         ^^^^^^ warning[not-boolean]: a condition of type integer\[\] works for NULL alone
--=                                                 ^^^^^^^ warning[not-boolean]: a condition of type t works for NULL alone
--=                                                                          ^ warning[not-boolean]: a condition of type b works for NULL alone
  IF current_setting('app.on', true) THEN NULL; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[not-boolean]: a condition of type text works for 'true'
  IF 1 THEN NULL; ELSIF 'yes' THEN NULL; ELSIF NULL THEN NULL; ELSIF NEW.ok OR NEW.flag THEN NULL; ELSIF NEW.flag THEN NULL; ELSIF FOUND THEN NULL; END IF;
  IF NEW.s::boolean THEN NULL; ELSIF (SELECT ok FROM b LIMIT 1) THEN NULL; ELSIF NEW.id <> 0 THEN NULL; ELSIF TG_ARGV[0] THEN NULL; ELSIF TG_ARGV[TG_NARGS - 1] THEN NULL; END IF;
  CASE NEW.id WHEN 5 THEN NULL; ELSE NULL; END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER b AFTER INSERT ON b FOR EACH ROW EXECUTE FUNCTION b('on');
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 5 THEN NULL; END IF; RETURN NULL; END $$;
--=                                                                 ^ error[bad-literal] 22P02: text "5" is not of type boolean => write a comparison
CREATE TRIGGER c AFTER INSERT ON b FOR EACH ROW EXECUTE FUNCTION c();
CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_ARGV[0] THEN NULL; END IF; RETURN NULL; END $$;
--=                                                                 ^^^^^^^^^^ error[bad-literal] 22P02: text "é" is not of type boolean => write a comparison
CREATE TRIGGER d AFTER INSERT ON b FOR EACH ROW EXECUTE FUNCTION d('é');
