-- pgtrigger: trigger a after delete for each statement when (OLD.n = 1) execute function f()
--=                                                           ^^^^^ error[statement-row] 42P17: a trigger FOR EACH STATEMENT has no OLD here => write FOR EACH ROW
-- pgtrigger: trigger b after update for each statement when ('é' = 'é' AND changed(n)) execute function f()
--=                                                                           ^^^^^^^^^^ error[statement-row] 42P17: changed\(\) compares rows, and a trigger FOR EACH STATEMENT has none here => write FOR EACH ROW
-- pgtrigger: run c after delete for each statement do (DELETE FROM t WHERE id = OLD.id)
--=                                                                              ^^^^^^ error[statement-row]: a trigger FOR EACH STATEMENT has no OLD here => write FOR EACH ROW
-- pgtrigger: trigger d after delete for each statement when (OLD IS NULL) execute function f()
--=                                                           ^^^ error[statement-row] 42P17: a trigger FOR EACH STATEMENT has no OLD here => write FOR EACH ROW
-- pgtrigger: protect ok delete for each statement when (OLD.n = 1)
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER t1 AFTER UPDATE ON t WHEN (NEW.n = 1) EXECUTE FUNCTION f();
--=                                       ^^^^^ error[statement-row] 42P17: a trigger FOR EACH STATEMENT has no NEW here => write FOR EACH ROW
CREATE TRIGGER t2 AFTER UPDATE ON t FOR EACH STATEMENT WHEN (current_user = 'é' OR OLD.* IS NULL) EXECUTE FUNCTION f();
--=                                                                                 ^^^^^ error[statement-row] 42P17: a trigger FOR EACH STATEMENT has no OLD here => write FOR EACH ROW
CREATE TRIGGER t3 AFTER TRUNCATE ON t WHEN (current_user = 'é') EXECUTE FUNCTION f();

-- pgtrigger: notify a channel c for each statement payload (NEW.s)
--=                                                          ^^^^^ error[statement-row]: a trigger FOR EACH STATEMENT has no NEW here => write FOR EACH ROW
-- pgtrigger: notify b channel (OLD.s) delete for each statement
--=                             ^^^^^ error[statement-row]: a trigger FOR EACH STATEMENT has no OLD here => write FOR EACH ROW
CREATE TABLE told (id int PRIMARY KEY, s text);
