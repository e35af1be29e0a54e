CREATE TYPE mood AS ENUM ('glad');
CREATE DOMAIN key AS uuid;
CREATE TABLE log (id int, n int);
-- pgtrigger: protect a update when (current_setting('app.é', true)::boolean)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.é" is empty, and not NULL, once a transaction that set it has ended; type boolean has no empty value => write NULLIF\(current_setting\('app\.é', true\), ''\)
-- pgtrigger: protect b update when (coalesce(current_setting('app.n', true), '0')::int > NEW.n)
--=                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.n" is empty, and not NULL, once a transaction that set it has ended; type integer has no empty value => write NULLIF\(current_setting\('app\.n', true\), ''\)
-- pgtrigger: protect ok update when (NULLIF(current_setting('app.n', true), '')::int > NEW.n OR current_setting('app.n', true)::varchar(3) = 'x' OR current_setting('work_mem', true)::int = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, flag boolean, k key, m mood);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v int := current_setting('app.n', true); w text := current_setting('app.n', true);
--=              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.n" is empty, and not NULL, once a transaction that set it has ended; type integer has no empty value => write NULLIF\(current_setting\('app\.n', true\), ''\)
BEGIN
  NEW.k := current_setting('app.k', true);
--=        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.k" is empty, and not NULL, once a transaction that set it has ended; type key has no empty value => write NULLIF\(current_setting\('app\.k', true\), ''\)
  NEW.m := CAST(current_setting('app.m', true) AS mood);
--=             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.m" is empty, and not NULL, once a transaction that set it has ended; type mood has no empty value => write NULLIF\(current_setting\('app\.m', true\), ''\)
  NEW.s := current_setting('app.s', true);
  NEW.n := date(current_setting('app.d', true)) - date '2000-01-01';
--=             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.d" is empty, and not NULL, once a transaction that set it has ended; type date has no empty value => write NULLIF\(current_setting\('app\.d', true\), ''\)
  INSERT INTO log (id, n) VALUES (1, current_setting('app.n', true)::int);
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.n" is empty, and not NULL, once a transaction that set it has ended; type integer has no empty value => write NULLIF\(current_setting\('app\.n', true\), ''\)
  IF current_setting('app.n', true) <> '' THEN NEW.n := current_setting('app.n', true)::int; END IF;
  NEW.n := CASE WHEN current_setting('app.n', true) <> '' THEN current_setting('app.n', true)::int END;
  BEGIN v := current_setting('app.n', true); EXCEPTION WHEN others THEN v := 0; END;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER tr2 BEFORE DELETE ON t FOR EACH ROW WHEN (current_setting('app.n', true)::int = OLD.n) EXECUTE FUNCTION g();
--=                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[empty-setting]: setting "app\.n" is empty, and not NULL, once a transaction that set it has ended; type integer has no empty value => write NULLIF\(current_setting\('app\.n', true\), ''\)
