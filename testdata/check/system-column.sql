-- pgtrigger: protect a before update when (NEW.ctid IS NULL)
--=                                         ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "ctid" is one => fire AFTER
-- pgtrigger: trigger b before insert when ('é' <> '' AND new.XMIN IS NULL) execute function f()
--=                                                        ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "xmin" is one => fire AFTER
-- pgtrigger: touch c (at) update when (OLD.tableoid <> NEW.tableoid)
--=                                                     ^^^^^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "tableoid" is one => fire AFTER
-- pgtrigger: set d set n = 1 when (NEW.xmax IS NOT NULL)
--=                                 ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "xmax" is one => fire AFTER
-- pgtrigger: protect ok update when (NEW.ctid <> OLD.ctid)
-- pgtrigger: protect zz_ok before update when (OLD.ctid IS NOT NULL AND OLD.tableoid > 0)
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.cmin IS NULL) EXECUTE FUNCTION f();
--=                                                     ^^^^^^^^ error[system-column] 0A000: BEFORE triggers see no system columns of NEW, and "cmin" is one => fire AFTER
CREATE TRIGGER t2 AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.cmin IS NULL) EXECUTE FUNCTION f();
