-- pgtrigger: protect a delete when (NEW.n = 1)
--=                                  ^^^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write OLD
-- pgtrigger: protect b update or delete when ('é' = 'é' AND OLD.n IS DISTINCT FROM NEW.n)
--=                                                                                   ^^^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write a trigger of its own for DELETE
-- pgtrigger: protect c delete when (NEW IS NULL)
--=                                  ^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write OLD
-- pgtrigger: protect d delete when (NEW.* IS NULL)
--=                                  ^^^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write OLD
-- pgtrigger: run e after delete do (DELETE FROM t WHERE id = NEW.id)
--=                                                           ^^^^^^ error[new-in-delete]: there is no NEW in DELETE => write OLD
-- pgtrigger: run f after update or delete do (DELETE FROM t WHERE id = NEW.id)
-- pgtrigger: softdelete g set n = NEW.n
--=                                ^^^^^ error[new-in-delete]: there is no NEW in DELETE => write OLD
-- pgtrigger: protect h delete when (EXISTS (SELECT FROM t AS x WHERE x.id = NEW.id))
--=                                                                          ^^^^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write OLD
-- pgtrigger: protect i delete when (NEW.nope = 1)
--=                                      ^^^^ error[unknown-column] 42703: table "t" has no column "nope"
-- pgtrigger: protect ok update or insert when (NEW.n = 1)
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE OR DELETE ON t FOR EACH ROW WHEN (NEW.n = 1) EXECUTE FUNCTION f();
--=                                                               ^^^^^ error[new-in-delete] 42P17: there is no NEW in DELETE => write a trigger of its own for DELETE
