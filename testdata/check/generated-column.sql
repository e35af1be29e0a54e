-- pgtrigger: protect a before update when (NEW.g = 1)
--=                                         ^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of, or fire AFTER
-- pgtrigger: protect b before insert when ('é' = '' OR NEW."Größe" > 1)
--=                                                      ^^^^^^^^^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "Größe" is one => use the columns it is made of, or fire AFTER
-- pgtrigger: protect c before update when (OLD IS DISTINCT FROM NEW)
--=                                                              ^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => write changed\(…\), or fire AFTER
-- pgtrigger: protect d before update when (OLD.* IS DISTINCT FROM NEW.*)
--=                                                                ^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => write changed\(…\), or fire AFTER
-- pgtrigger: protect e before update when (changed(n, g))
--=                                                    ^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of, or fire AFTER
-- pgtrigger: readonly f (g) before update
--=                       ^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => leave out BEFORE
-- pgtrigger: readonly zz_g except (n) before update
-- pgtrigger: fsm h (g) 1 -> 2 before update
--=                  ^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => leave out BEFORE
-- pgtrigger: set i set g = 1
--=                     ^ error[generated-column]: column "g" is generated: Postgres drops what is assigned to it
-- pgtrigger: set j set n = NEW.g + 1
--=                         ^^^^^ error[generated-column]: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of, or fire AFTER
-- pgtrigger: softdelete k set g = 1, ident = 2
--=                            ^ error[generated-column] 428C9: column "g" is generated: it can only be updated to DEFAULT
--=                                   ^^^^^ error[generated-column] 428C9: column "ident" is generated: it can only be updated to DEFAULT
-- pgtrigger: softdelete ok_k set g = DEFAULT, ident = DEFAULT
-- pgtrigger: touch l (g) = 1
--=                    ^ error[generated-column]: column "g" is generated: Postgres drops what is assigned to it
-- pgtrigger: version m (g)
--=                      ^ error[generated-column]: column "g" is generated and cannot be assigned
-- pgtrigger: version n (ident)
-- pgtrigger: protect o before update when (row_to_json(NEW) IS NULL)
--=                                                     ^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => write changed\(…\), or fire AFTER
-- pgtrigger: protect ok update when (changed(g) OR NEW.g = 1 OR OLD IS DISTINCT FROM NEW)
-- pgtrigger: protect zz_ok_b before update when (OLD.g = 1 OR changed() OR changed_except(g))
-- pgtrigger: protect ok_c before delete when (OLD.g = 1)
-- pgtrigger: fsm ok_d (g) 1 -> 2
-- pgtrigger: set ok_e set by_default = 1
CREATE TABLE t (
  id      int PRIMARY KEY,
  n       int,
  g       int GENERATED ALWAYS AS (n * 2) STORED,
          -- pgtrigger: readonly at_column before update
--=                              ^^^^^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => leave out BEFORE
  "Größe" int GENERATED ALWAYS AS (n * 3) STORED, -- pgtrigger: readonly ok_at_column
  ident   int GENERATED ALWAYS AS IDENTITY,
  by_default int
);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.g = 1) EXECUTE FUNCTION f();
--=                                                     ^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of, or fire AFTER
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
--=                                                                            ^^^^^ error[generated-column] 42P17: BEFORE triggers see no generated columns of NEW, and "g" is one => write changed\(…\), or fire AFTER
CREATE TRIGGER t3 AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.g = 1 AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();

-- pgtrigger: searchvector a (v) from s, g
--=                                      ^ error[generated-column]: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of
-- pgtrigger: searchvector b (v) from (NEW.g || 'x')
--=                                    ^^^^^ error[generated-column]: BEFORE triggers see no generated columns of NEW, and "g" is one => use the columns it is made of
-- pgtrigger: searchvector c (gv) from s
--=                           ^^ error[generated-column]: column "gv" is generated: Postgres drops what is assigned to it
-- pgtrigger: searchvector ok (v) from s
CREATE TABLE searched (
  id int PRIMARY KEY, s text, g text GENERATED ALWAYS AS (s || 'x') STORED, v tsvector,
  gv tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, s)) STORED
);
-- What INSERT and UPDATE write.
CREATE TABLE made (id int PRIMARY KEY, g int GENERATED ALWAYS AS (id * 2) STORED, a int GENERATED ALWAYS AS IDENTITY, d int GENERATED BY DEFAULT AS IDENTITY);
CREATE TABLE writes (id int PRIMARY KEY, two int);
CREATE FUNCTION writes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO made (id, g) VALUES (NEW.id, 3);
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "g": it is generated => leave it out
  INSERT INTO made (id, g) SELECT 1, 2;
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "g": it is generated => leave it out
  INSERT INTO made (id, a) VALUES (NEW.id, 3);
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "a": it is GENERATED ALWAYS AS IDENTITY => leave it out
  INSERT INTO made (id, a) VALUES (NEW.id, DEFAULT), (2, 2);
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "a": it is GENERATED ALWAYS AS IDENTITY => leave it out
  INSERT INTO made (id, a) VALUES (NEW.id, NULL);
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "a": it is GENERATED ALWAYS AS IDENTITY => leave it out
  INSERT INTO made SELECT NEW.*;
--=           ^^^^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "g": it is generated => leave it out
  INSERT INTO made VALUES (NEW.*);
--=           ^^^^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "g": it is generated => leave it out
  INSERT INTO made (id, g, a, d) VALUES (NEW.id, DEFAULT, DEFAULT, 1);
  INSERT INTO made (id, a) OVERRIDING SYSTEM VALUE VALUES (NEW.id, 3);
  INSERT INTO made (id, a) OVERRIDING USER VALUE VALUES (NEW.id, 3);
  INSERT INTO made (id, g) OVERRIDING SYSTEM VALUE VALUES (NEW.id, 3);
--=                     ^ error[generated-column] 428C9: cannot insert a non-DEFAULT value into column "g": it is generated => leave it out
  UPDATE made SET (id, g) = (1, 2);
--=                    ^ error[generated-column] 428C9: column "g" is generated: it can only be updated to DEFAULT => leave it out
  UPDATE made SET (id, g, a) = (SELECT 1, 2, 3);
--=                    ^ error[generated-column] 428C9: column "g" is generated: it can only be updated to DEFAULT => leave it out
--=                       ^ error[generated-column] 428C9: column "a" is generated: it can only be updated to DEFAULT => leave it out
  UPDATE made SET (id, g) = (1, DEFAULT), d = 3;
  RETURN NULL;
END $$;
CREATE TRIGGER writes AFTER INSERT ON writes FOR EACH ROW EXECUTE FUNCTION writes();
