-- pgtrigger: protect a before update when (NEW.ctid IS NULL)
--=                                         ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "ctid" is one => fire AFTER
-- pgtrigger: trigger b before insert when ('é' <> '' AND new.XMIN IS NULL) execute function f()
--=                                                        ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "xmin" is one => fire AFTER
-- pgtrigger: touch c (at) update when (OLD.tableoid <> NEW.tableoid)
--=                                                     ^^^^^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "tableoid" is one => fire AFTER
-- pgtrigger: set d set n = 1 when (NEW.xmax IS NOT NULL)
--=                                 ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "xmax" is one => fire AFTER
-- pgtrigger: assert e deferrable check ('é' = '' OR NEW.ctid IS NOT NULL)
--=                                                   ^^^^^^^^ error[system-column]: an assert that can be deferred sees the row as it has become, without system columns, and "ctid" is one => leave out DEFERRABLE
-- pgtrigger: assert f deferrable when (NEW.xmin IS NOT NULL) check (NEW.n > 1)
--=                                     ^^^^^^^^ error[system-column]: an assert that can be deferred sees the row as it has become, without system columns, and "xmin" is one => leave out DEFERRABLE
-- pgtrigger: assert g deferrable check ((NEW).tableoid > 0)
--=                                      ^^^^^^^^^^^^^^ error[system-column]: an assert that can be deferred sees the row as it has become, without system columns, and "tableoid" is one => leave out DEFERRABLE
-- pgtrigger: assert ok_e check (NEW.ctid IS NOT NULL)
-- pgtrigger: protect ok update when (NEW.ctid <> OLD.ctid)
-- pgtrigger: protect zz_ok before update when (OLD.ctid IS NOT NULL AND OLD.tableoid > 0)
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.cmin IS NULL) EXECUTE FUNCTION f();
--=                                                     ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "cmin" is one => fire AFTER
CREATE TRIGGER t2 AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.cmin IS NULL) EXECUTE FUNCTION f();
