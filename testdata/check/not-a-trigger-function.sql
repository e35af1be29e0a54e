-- pgtrigger: trigger a before update execute function f()
--=                                                    ^ error[not-a-trigger-function] 42P17: function "f" must return type trigger
-- pgtrigger: trigger b before update execute function public."É"()
--=                                                    ^^^^^^^^^^^ error[not-a-trigger-function] 42P17: function "public\.É" must return type trigger
-- pgtrigger: trigger ok before update execute function g()
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "É"() RETURNS void LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t EXECUTE FUNCTION f();
--=                                                   ^ error[not-a-trigger-function] 42P17: function "f" must return type trigger
CREATE TABLE of_postgres (id int PRIMARY KEY);
CREATE TRIGGER a BEFORE UPDATE ON of_postgres FOR EACH ROW EXECUTE FUNCTION now();
--=                                                                         ^^^ error[not-a-trigger-function] 42P17: function "now" must return type trigger
CREATE TRIGGER b BEFORE UPDATE ON of_postgres FOR EACH ROW EXECUTE FUNCTION pg_catalog.now();
--=                                                                         ^^^^^^^^^^^^^^ error[not-a-trigger-function] 42P17: function "pg_catalog\.now" must return type trigger
