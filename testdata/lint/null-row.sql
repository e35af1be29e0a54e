-- pgtrigger: protect a update when (NEW IS NOT NULL AND NEW.id > 3)
--=                                  ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column is NULL, and "n" can be => name the column that is meant, or leave it out: there always is NEW
-- pgtrigger: protect b delete when (OLD IS NULL)
--=                                  ^^^^^^^^^^^ warning[null-row]: this is true only if all columns are NULL => name the column that is meant: OLD\.n IS NULL
-- pgtrigger: protect ok delete when (OLD.n IS NULL)
-- pgtrigger: protect ok_b update when (NEW IS DISTINCT FROM OLD)
CREATE TABLE t (id int PRIMARY KEY, n int);
-- pgtrigger: protect ok_c update when (NEW IS NOT NULL)
CREATE TABLE filled (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER hand AFTER INSERT ON t FOR EACH ROW WHEN (NEW IS NOT NULL) EXECUTE FUNCTION f();
--=                                                      ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column is NULL, and "n" can be => name the column that is meant, or leave it out: there always is NEW
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD IS NOT NULL AND NEW.id = 1 THEN RAISE NOTICE '%', OLD.id; END IF;
--=  ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column is NULL, and "n" can be => write NOT \(OLD IS NULL\), or ask TG_OP whether there is a row
  IF OLD IS NULL OR NOT (NEW IS NULL) THEN RAISE NOTICE 'new'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER body AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER ok_s AFTER INSERT OR UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION g();
CREATE TRIGGER ok_f AFTER INSERT OR UPDATE ON filled FOR EACH ROW EXECUTE FUNCTION g();
-- pgtrigger: trigger body_b on t after insert or update as $$ BEGIN IF NEW IS NOT NULL THEN RETURN NEW; END IF; RETURN NULL; END $$
--=                                                                     ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column is NULL, and "n" can be => write NOT \(NEW IS NULL\), or ask TG_OP whether there is a row
