-- pgtrigger: protect a update when (status = 'x')
--=                                  ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write OLD\.status or NEW\.status
-- pgtrigger: protect b delete when ('é' = "Größe")
--=                                         ^^^^^^^^^ error[ambiguous-column] 42702: column "Größe" could be that of OLD or of NEW => write OLD\."Größe"
-- pgtrigger: protect c insert when (status IS NULL AND NEW.id > 1)
--=                                  ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write NEW\.status
-- pgtrigger: protect d update when (lower(status) = OLD.status)
--=                                        ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write OLD\.status or NEW\.status
-- pgtrigger: touch e (at) update when (status = 'x')
--=                                     ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write OLD\.status or NEW\.status
-- pgtrigger: set f set status = lower(status)
--=                                    ^^^^^^ error[ambiguous-column] 42703: column "status" could be that of OLD or of NEW => write NEW\.status
-- pgtrigger: trigger g before update when (status = 'é') execute function suppress_redundant_updates_trigger()
--=                                         ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write OLD\.status or NEW\.status
-- pgtrigger: protect h insert or delete when (status = 'x')
--=                                            ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write a trigger of its own for each event, and OLD\.status or NEW\.status
-- pgtrigger: softdelete bare set status = lower(status), at = now()
-- pgtrigger: protect inner_name update when (EXISTS (SELECT FROM t AS x WHERE status = OLD.status))
CREATE TABLE t (id int PRIMARY KEY, status text, "Größe" text, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (status = 'é') EXECUTE FUNCTION f();
--=                                                     ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write OLD\.status or NEW\.status
CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW WHEN (status = 'é') EXECUTE FUNCTION f();
--=                                                     ^^^^^^ error[ambiguous-column] 42702: column "status" could be that of OLD or of NEW => write NEW\.status
