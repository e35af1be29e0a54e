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

-- pgtrigger: notify a channel c payload (NEW.s) insert or truncate
--=                                                        ^^^^^^^^ error[truncate-row]: TRUNCATE has no rows of which a notification could be made => write a directive of its own for TRUNCATE
-- pgtrigger: notify b channel (OLD.s) delete or truncate
--=                                              ^^^^^^^^ error[truncate-row]: TRUNCATE has no rows of which a notification could be made
-- pgtrigger: notify c channel c truncate for each row
--=                              ^^^^^^^^ error[truncate-row] 0A000: TRUNCATE triggers cannot be FOR EACH ROW => write FOR EACH STATEMENT
-- pgtrigger: notify ok channel c insert or truncate payload (current_user::text)
CREATE TABLE told (id int PRIMARY KEY, s text);
