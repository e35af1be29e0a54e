-- pgtrigger: protect a delete when (OLD.n > 1_000 AND OLD.n <> 0x1F)
--=                                          ^^^^^ error[newer-syntax] 42601: numbers with underscores, and those that are not decimal, are of Postgres 16: 1_000
--=                                                             ^^^^ error[newer-syntax] 42601: numbers with underscores, and those that are not decimal, are of Postgres 16: 0x1F
-- pgtrigger: protect b delete when (OLD.s IS NOT JSON OBJECT)
--=                                               ^^^^ error[newer-syntax] 42601: IS JSON is of Postgres 16
-- pgtrigger: protect c delete when (EXISTS (SELECT 1 FROM (SELECT 1)))
--=                                                        ^ error[newer-syntax] 42601: a subquery in FROM needs an alias before Postgres 16
-- pgtrigger: protect ok delete when (OLD.s <> 'é 1_000' AND OLD.n = 1000 AND EXISTS (SELECT 1 FROM (SELECT 1) x) AND OLD.n IS DISTINCT FROM (SELECT 1))
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER "é" AFTER UPDATE ON t FOR EACH ROW WHEN ('é' = 'é' AND SYSTEM_USER = 'x') EXECUTE FUNCTION f();
--=                                                                      ^^^^^^^^^^^ error[newer-syntax] 42703: SYSTEM_USER is of Postgres 16
CREATE TRIGGER t2 AFTER UPDATE ON t FOR EACH ROW WHEN (JSON_OBJECT('a': NEW.n) IS NOT NULL) EXECUTE FUNCTION f();
--=                                                                   ^ error[newer-syntax] 42601: JSON_OBJECT with keys and values is of Postgres 16
CREATE TRIGGER t3 AFTER UPDATE ON t FOR EACH ROW WHEN (JSON_ARRAY(NEW.n) IS NOT NULL) EXECUTE FUNCTION f();
--=                                                    ^^^^^^^^^^ error[newer-syntax] 42883: JSON_ARRAY is of Postgres 16
CREATE TRIGGER t4 AFTER UPDATE ON t FOR EACH ROW WHEN (json_object(ARRAY['a', NEW.s]) IS NOT NULL AND extract(year FROM now()) > 0) EXECUTE FUNCTION f();
