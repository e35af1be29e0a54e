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
--=                                                     ^^^^^^^^^^^^^^ warning[null-unsafe-comparison]: column "n" can be NULL, and this is not true when it becomes NULL or stops being it => write changed\(n\) or IS DISTINCT FROM
