-- pgtrigger: protect a update when (NEW IS NOT NULL AND NEW.id > 3)
--=                                  ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column is NULL, and "n" can be => there always is NEW
-- pgtrigger: protect b delete when (OLD IS NULL)
--=                                  ^^^^^^^^^^^ warning[null-row]: this is true only if all columns are NULL => OLD.n IS NULL
-- pgtrigger: protect ok delete when (OLD.n IS NULL)
-- pgtrigger: protect ok_b update when (NEW IS DISTINCT FROM OLD)
CREATE TABLE t (id int PRIMARY KEY, n int);
-- pgtrigger: protect ok_c update when (NEW IS NOT NULL)
CREATE TABLE filled (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER hand AFTER INSERT ON t FOR EACH ROW WHEN (NEW IS NOT NULL) EXECUTE FUNCTION f();
--=                                                      ^^^^^^^^^^^^^^^ warning[null-row]: this is true only if no column
