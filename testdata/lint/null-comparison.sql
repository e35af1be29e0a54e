-- A comparison with NULL is NULL, and a trigger with such a condition never fires.
-- pgtrigger: protect a delete when (OLD.gone = NULL)
--=                                  ^^^^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NULL
-- pgtrigger: protect b delete when (OLD.id > 1 AND NULL <> OLD.gone)
--=                                                 ^^^^^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NOT NULL
-- pgtrigger: protect c delete when (NULL)
--=                                  ^^^^ warning[null-comparison]: a condition of NULL is never true => leave out WHEN, or write a condition
-- pgtrigger: assert d check (NEW.id > (SELECT 1) AND NEW.gone = NULL)
--=                                                   ^^^^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never false, so it asserts nothing => write IS NULL
-- pgtrigger: assert ok_d check (NEW.gone IS NULL OR NEW.id > (SELECT 1))
-- pgtrigger: protect ok delete when (OLD.gone IS NULL OR OLD.gone IS DISTINCT FROM NULL OR coalesce(OLD.gone, NULL) > now())
CREATE TABLE t (id int PRIMARY KEY, gone timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER hand AFTER DELETE ON t FOR EACH ROW WHEN (OLD.gone != NULL) EXECUTE FUNCTION f();
--=                                                      ^^^^^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NOT NULL
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.gone = NULL THEN RAISE 'no'; END IF;
--=  ^^^^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NULL
  DELETE FROM t WHERE gone <> NULL;
--=                   ^^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NOT NULL
  UPDATE t SET gone = NULL WHERE gone IS NULL;
  OLD.gone = NULL;
  RETURN OLD;
END $$;
CREATE TRIGGER body BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER body_b BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION g();
-- pgtrigger: run body_c on t after delete do (DELETE FROM t WHERE gone = NULL)
--=                                                                ^^^^^^^^^^^ warning[null-comparison]: a comparison with NULL is never true => write IS NULL
