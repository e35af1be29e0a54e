-- pgtrigger: protect a update when (OLD.n <> NEW.n)
--=                                  ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write changed\(n\) or IS DISTINCT FROM
-- pgtrigger: protect b update when ('é' = '' OR NEW."Größe" != OLD."Größe")
--=                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "Größe" can be NULL, and this is not true when it becomes NULL or stops being it => write changed\("Größe"\) or IS DISTINCT FROM
-- pgtrigger: protect c update for each statement when (OLD.n <> NEW.n)
--=                                                     ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write changed\(n\) or IS DISTINCT FROM
-- pgtrigger: protect d update when (EXISTS (SELECT FROM t WHERE id = OLD.id AND OLD.n <> NEW.n))
--=                                                                              ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write changed\(n\) or IS DISTINCT FROM
-- pgtrigger: protect ok update when (OLD.id <> NEW.id AND OLD.req <> NEW.req)
-- pgtrigger: protect ok_b update when (OLD.n <> 1 OR OLD.n <> NEW.other OR OLD.n IS DISTINCT FROM NEW.n OR changed(n))
CREATE TABLE t (id int PRIMARY KEY, n int, other int, req int NOT NULL, "Größe" int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n <> NEW.n) EXECUTE FUNCTION f();
--=                                                     ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM

-- In bodies too, and of several columns.
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE moved boolean := NEW.other != OLD.other; BEGIN
--=                                                                                 ^^^^^^^^^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "other" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
  IF NEW.n <> OLD.n THEN RAISE 'no'; END IF;
--=  ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
  IF NEW.id = 1 AND NOT (OLD.n = NEW.n) THEN RAISE 'no'; END IF;
--=                      ^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM, without NOT
  IF TG_OP = 'UPDATE' AND (OLD.id, OLD.n) <> (NEW.id, NEW.n) THEN RAISE 'no'; END IF;
--=                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
  DELETE FROM t WHERE OLD.n <> NEW.n AND id = 0;
--=                   ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
  IF OLD.req <> NEW.req OR NEW.n IS DISTINCT FROM OLD.n OR OLD.n <> NEW.other OR OLD.n = NEW.n THEN RAISE 'no'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (OLD.n IS NULL) <> (NEW.n IS NULL) THEN RAISE 'no'; ELSIF OLD.n <> NEW.n THEN RAISE 'no'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER g BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER g2 AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER fine BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n IS NULL OR NEW.n IS NULL OR OLD.n <> NEW.n) EXECUTE FUNCTION ok();
-- pgtrigger: trigger as_b on t before update as $$ BEGIN IF NEW.n <> OLD.n THEN RETURN NULL; END IF; RETURN NEW; END $$
--=                                                          ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
-- pgtrigger: run run_b on t after update do (DELETE FROM t AS d WHERE d.id = NEW.id + 1 AND NEW.n <> OLD.n)
--=                                                                                          ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write IS DISTINCT FROM
