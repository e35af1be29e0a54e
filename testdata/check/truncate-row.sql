-- pgtrigger: protect a truncate for each row
--=                     ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
-- pgtrigger: trigger b before insert or truncate execute function f()
--=                                      ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
-- pgtrigger: run d after delete or truncate do (DELETE FROM t)
--=                                 ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
-- pgtrigger: protect e delete or truncate for each row
--=                               ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
-- pgtrigger: run ok after truncate do (DELETE FROM t)
-- pgtrigger: trigger ok_b before truncate execute function f()
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER t1 AFTER INSERT OR TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION f();
--=                               ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
CREATE TRIGGER t2 AFTER INSERT OR TRUNCATE ON t EXECUTE FUNCTION f();
