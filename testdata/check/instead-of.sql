-- pgtrigger: trigger a instead of insert for each statement as $$ BEGIN RETURN NULL; END $$
--=                                       ^^^^^^^^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers must be FOR EACH ROW => write FOR EACH ROW
-- pgtrigger: protect b instead of update when (OLD.a = 1)
--=                                       ^^^^^^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers cannot have WHEN conditions
-- pgtrigger: protect c instead of update of a
--=                                          ^ error[instead-of] 0A000: INSTEAD OF triggers cannot have column lists => write UPDATE
-- pgtrigger: protect d update when ('é' = '')
--=                            ^^^^^^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers cannot have WHEN conditions
-- pgtrigger: run e instead of insert when (NEW.a = 1) do (SELECT 1)
--=                                   ^^^^^^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers cannot have WHEN conditions
-- pgtrigger: protect ok update
-- pgtrigger: protect ok_b instead of insert or update or delete
-- pgtrigger: run ok_c instead of insert do (SELECT 1)
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER t1 INSTEAD OF INSERT ON v EXECUTE FUNCTION f();
--=            ^^ error[instead-of] 0A000: INSTEAD OF triggers must be FOR EACH ROW => write FOR EACH ROW
CREATE TRIGGER t2 INSTEAD OF UPDATE OF a ON v FOR EACH ROW EXECUTE FUNCTION f();
--=                                    ^ error[instead-of] 0A000: INSTEAD OF triggers cannot have column lists => write UPDATE
CREATE TRIGGER t3 INSTEAD OF UPDATE ON v FOR EACH ROW WHEN (OLD.a = 1) EXECUTE FUNCTION f();
--=                                                   ^^^^^^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers cannot have WHEN conditions
