-- pgtrigger: protect a before delete deferrable
--=                     ^^^^^^ error[not-deferrable] 42601: only AFTER triggers can be constraint triggers
-- pgtrigger: protect b delete for each statement initially deferred
--=                            ^^^^^^^^^^^^^^^^^^ error[not-deferrable] 42601: constraint triggers are FOR EACH ROW => write FOR EACH ROW
-- pgtrigger: protect c delete not deferrable initially deferred
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-deferrable] 42601: constraint declared INITIALLY DEFERRED must be DEFERRABLE
-- pgtrigger: trigger d before delete deferrable execute function f()
--=                     ^^^^^^ error[not-deferrable] 42601: only AFTER triggers can be constraint triggers
-- pgtrigger: run e after delete for each row deferrable referencing old table as "é" do (SELECT 1)
--=                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-deferrable] 42601: constraint triggers have no transition tables
-- pgtrigger: protect f truncate deferrable
--=                              ^^^^^^^^^^ error[not-deferrable] 0A000: TRUNCATE triggers cannot be constraint triggers => leave it out
-- pgtrigger: protect g delete for each statement when (OLD.id = 1) deferrable
--=                            ^^^^^^^^^^^^^^^^^^ error[not-deferrable] 42601: constraint triggers are FOR EACH ROW => write FOR EACH ROW
-- pgtrigger: protect ok delete deferrable initially immediate
-- pgtrigger: protect ok_b delete not deferrable
-- pgtrigger: protect ok_c delete initially deferred
-- pgtrigger: protect ok_d before delete not deferrable initially immediate
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t1 AFTER DELETE ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
