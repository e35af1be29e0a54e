-- pgtrigger: protect a delete on post
--=                               ^^^^ error[unknown-table] 42P01: relation "post" does not exist => did you mean "posts"\?
-- pgtrigger: protect b delete on "Posts"
--=                               ^^^^^^^ error[unknown-table] 42P01: relation "Posts" does not exist => did you mean "posts"\?
-- pgtrigger: protect c delete on public.psots
--=                               ^^^^^^^^^^^^ error[unknown-table] 42P01: relation "public\.psots" does not exist => did you mean "public\.posts"\?
-- pgtrigger: protect d delete on nope.posts
--=                               ^^^^^^^^^^ error[unknown-table] 3F000: relation "nope\.posts" does not exist => did you mean "app\.posts"\?
-- pgtrigger: protect e delete on posts
-- pgtrigger: protect f delete on POSTS
-- pgtrigger: protect g delete on "Größen" when (OLD.id = 1)
-- pgtrigger: protect h delete on app.posts
CREATE SCHEMA app;
CREATE TABLE posts (
  id int PRIMARY KEY,
  n  int, -- pgtrigger: protect at_n delete on app.ghosts
--=                                            ^^^^^^^^^^ error[unknown-table] 42P01: relation "app\.ghosts" does not exist => did you mean "app\.posts"\?
  -- pgtrigger: protect cond delete when (posts.n = 1)
--=                                       ^^^^^ error[unknown-table] 42P01: there is no row "posts" here => write OLD\.n
  -- pgtrigger: protect cond2 delete when (ol.n = 1)
--=                                        ^^ error[unknown-table] 42P01: there is no row "ol" here => did you mean "OLD"\?
  -- pgtrigger: protect cond3 delete when ("OLD".n = 1)
--=                                        ^^^^^ error[unknown-table] 42P01: there is no row "OLD" here => write OLD without the quotes
  -- pgtrigger: protect cond4 delete when (excluded.n = OLD.n)
--=                                        ^^^^^^^^ error[unknown-table] 42P01: there is no row "excluded" here => only OLD and NEW can be referred to; for another table write EXISTS \(SELECT … FROM excluded …\)
  -- pgtrigger: protect cond5 delete when (public.posts.n = 1)
--=                                        ^^^^^^^^^^^^ error[unknown-table] 42P01: there is no row "public\.posts" here => write OLD\.n
  -- pgtrigger: protect cond6 delete when (OLD.n.m = 1)
--=                                        ^^^^^ error[unknown-table] 42P01: there is no row "OLD\.n" here => for a field of a composite column write \(OLD\.n\)\.m
  -- pgtrigger: protect cond7 delete when (EXISTS (SELECT FROM pots AS p WHERE p.id = OLD.id))
--=                                                            ^^^^ error[unknown-table] 42P01: relation "pots" does not exist => did you mean "posts"\?
  -- pgtrigger: protect cond8 delete when (OLD.id IN (SELECT id FROM app.pots))
--=                                                                  ^^^^^^^^ error[unknown-table] 42P01: relation "app\.pots" does not exist => did you mean "app\.posts"\?
  -- pgtrigger: protect cond9 delete when (EXISTS (SELECT FROM posts AS p WHERE p.id = OLD.id))
  -- pgtrigger: protect cond10 delete when (EXISTS (WITH q AS (SELECT 1 AS id) SELECT FROM q WHERE q.id = OLD.id))
  -- pgtrigger: protect cond11 delete when (EXISTS (SELECT FROM pg_class WHERE relname = 'é') AND EXISTS (SELECT FROM information_schema.tablse))
  -- pgtrigger: run do1 after delete do (DELETE FROM pots WHERE id = OLD.id; INSERT INTO posts (id) VALUES (OLD.id); UPDATE "Posts" SET id = 1)
--=                                                  ^^^^ error[unknown-table] 42P01: relation "pots" does not exist => did you mean "posts"\?
--=                                                                                                                         ^^^^^^^ error[unknown-table] 42P01: relation "Posts" does not exist => did you mean "posts"\?
  -- pgtrigger: run do2 after update for each statement referencing old table as gone do (DELETE FROM posts USING gone WHERE gone.id = posts.id)
  -- pgtrigger: run do3 after delete for each statement referencing old table as gone do (DELETE FROM posts USING gnoe WHERE gone.id = posts.id)
--=                                                                                                               ^^^^ error[unknown-table] 42P01: relation "gnoe" does not exist => did you mean "gone"\?
  -- pgtrigger: trigger raw before delete when (posts.n = 1) execute function suppress_redundant_updates_trigger()
--=                                             ^^^^^ error[unknown-table] 42P01: there is no row "posts" here => write OLD\.n
  t  text
);
CREATE TABLE app.posts (id int PRIMARY KEY);
CREATE TABLE "Größen" (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON psts EXECUTE FUNCTION f();
--=                                ^^^^ error[unknown-table] 42P01: table "psts" does not exist => did you mean "posts"\?
CREATE TRIGGER t2 BEFORE UPDATE ON later EXECUTE FUNCTION f();
--=                                ^^^^^ error[unknown-table] 42P01: table "later" does not exist => statements run in the order of the files: move it before this one
CREATE TRIGGER t3 BEFORE UPDATE ON app.later EXECUTE FUNCTION f();
--=                                ^^^^^^^^^ error[unknown-table] 42P01: table "app\.later" does not exist => did you mean "public\.later"\?
CREATE TRIGGER t4 BEFORE UPDATE ON posts FOR EACH ROW WHEN (nwe.id = 1) EXECUTE FUNCTION f();
--=                                                         ^^^ error[unknown-table] 42P01: there is no row "nwe" here => did you mean "NEW"\?
CREATE TABLE later (id int);
ALTER TABLE nope ADD COLUMN a int;
--=         ^^^^ warning[unknown-table] 42P01: table "nope" does not exist
DROP TRIGGER x ON nope;
--=               ^^^^ error[unknown-table] 42P01: table "nope" does not exist
CREATE INDEX ON nope2 (id);
--=             ^^^^^ warning[unknown-table] 42P01: table "nope2" does not exist
CREATE FUNCTION news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM n.id FROM freshrows AS n;
--=                 ^^^^^^^^^ error[unknown-table] 42P01: relation "freshrows" does not exist => did you mean "fresh_rows"
  RETURN NULL;
END $$;
CREATE TRIGGER news AFTER INSERT ON posts REFERENCING NEW TABLE AS fresh_rows FOR EACH STATEMENT EXECUTE FUNCTION news();
-- A text that is put together writes rows alone if it begins so.
CREATE TABLE counted (id int PRIMARY KEY, n int);
CREATE FUNCTION counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO n;
  EXECUTE 'UPDATE ' || TG_TABLE_NAME || ' SET n = 1';
  DELETE FROM count;
--=           ^^^^^ error[unknown-table] 42P01: relation "count" does not exist => did you mean "counted"\?
  RETURN NEW;
END $$;
CREATE TRIGGER counts BEFORE INSERT ON counted FOR EACH ROW EXECUTE FUNCTION counts();
CREATE FUNCTION makes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    EXECUTE 'SELECT 1; CREATE TABLE ' || TG_TABLE_NAME || '_x ()';
  ELSIF TG_OP = 'UPDATE' THEN
    EXECUTE 'UPDATE' || TG_ARGV[0];
  ELSE
    EXECUTE TG_ARGV[0];
  END IF;
  DELETE FROM count;
  RETURN NEW;
END $$;
CREATE TRIGGER makes BEFORE UPDATE ON counted FOR EACH ROW EXECUTE FUNCTION makes('x');
-- WHEN OTHERS hides what fails at each firing.
CREATE TABLE hidden (id int PRIMARY KEY, n int);
CREATE FUNCTION hides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO nowhere VALUES (NEW.id);
--=           ^^^^^^^ warning[unknown-table]: relation "nowhere" does not exist, and the handler hides it
  BEGIN
    NEW.zz := nofunction(NEW.id);
--=     ^^ warning[unknown-column]: record "new" has no field "zz", and the handler hides it
--=           ^^^^^^^^^^ warning[no-function]: function nofunction\(integer\) does not exist, and the handler hides it
    IF NEW.n > 1 THEN DELETE FROM "é"; END IF;
--=                               ^^^^ warning[unknown-table]: relation "é" does not exist, and the handler hides it
  EXCEPTION WHEN OTHERS THEN
    RAISE WARNING '%', SQLERRM;
  END;
  BEGIN
    DELETE FROM expected;
  EXCEPTION WHEN undefined_table THEN
    RAISE NOTICE 'not yet';
  WHEN OTHERS THEN NULL;
  END;
  RETURN NEW;
EXCEPTION WHEN OTHERS THEN RETURN NEW;
END $$;
CREATE TRIGGER hides BEFORE INSERT ON hidden FOR EACH ROW EXECUTE FUNCTION hides();
CREATE FUNCTION tells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM nowhere;
--=           ^^^^^^^ warning[unknown-table]: relation "nowhere" does not exist$
  RETURN NEW;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'failed: %', SQLERRM;
END $$;
CREATE TRIGGER tells BEFORE INSERT ON hidden FOR EACH ROW EXECUTE FUNCTION tells();
-- Of a function for several tables a column may be there for others.
CREATE FUNCTION tries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    NEW.zz := 1;
  EXCEPTION WHEN OTHERS THEN NULL;
  END;
  RETURN NEW;
END $$;
CREATE TABLE has_zz (id int PRIMARY KEY, zz int);
CREATE TABLE has_none (id int PRIMARY KEY);
CREATE TRIGGER tries BEFORE INSERT ON has_none FOR EACH ROW EXECUTE FUNCTION tries();
CREATE TRIGGER tries BEFORE INSERT ON has_zz FOR EACH ROW EXECUTE FUNCTION tries();
-- The text of EXECUTE names tables too.
CREATE TABLE texts (id serial PRIMARY KEY, n int, s text);
CREATE TABLE other_texts (id int PRIMARY KEY, n int);
CREATE FUNCTION texts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  EXECUTE 'SELECT ''é'' FROM texs';
--=                           ^^^^ error[unknown-table] 42P01: relation "texs" does not exist => did you mean "texts"\?
  EXECUTE 'INSERT INTO texts(zz) VALUES ($1)' USING NEW.n;
--=                          ^^ error[unknown-column] 42703: column "zz" of relation "texts" does not exist
  EXECUTE 'DELETE FROM texts WHERE s = 1; DELETE FROM texts WHERE n = $1' USING NEW.s;
--=                                ^^^^^ error[no-operator] 42883: operator does not exist: text = integer => cast one of the operands
--=                                                               ^^^^^^ error[no-operator] 42883: operator does not exist: integer = text => cast one of the operands
  EXECUTE 'SELECT id AS one FROM texts' INTO r;
  NEW.n := r.two;
--=          ^^^ error[unknown-column] 42703: record "r" has no field "two"
  EXECUTE 'DELETE FROM ' || TG_TABLE_NAME || ' WHERE nothing';
  EXECUTE 'DELETE FROM pg_temp.cache';
  RETURN NEW;
END $$;
CREATE TRIGGER texts BEFORE INSERT ON texts FOR EACH ROW EXECUTE FUNCTION texts();
-- What a body asks for, or makes, may be there.
CREATE FUNCTION asks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass('cache') IS NOT NULL THEN
    EXECUTE 'DELETE FROM cache';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER asks BEFORE INSERT ON other_texts FOR EACH ROW EXECUTE FUNCTION asks();
CREATE FUNCTION makes_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'CREATE TEMP TABLE IF NOT EXISTS made (id int); INSERT INTO made VALUES (1)';
  EXECUTE 'DELETE FROM made WHERE nothing = 1';
  RETURN NULL;
END $$;
CREATE TRIGGER makes_text AFTER INSERT ON other_texts EXECUTE FUNCTION makes_text();
-- A literal that is a regclass names a relation.
CREATE SCHEMA apart;
CREATE SEQUENCE apart.away;
CREATE SEQUENCE before_it;
ALTER SEQUENCE before_it RENAME TO after_it;
CREATE TABLE numbers (id serial PRIMARY KEY, n bigint GENERATED BY DEFAULT AS IDENTITY, o regclass,
  p int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME apart.given START 5), q int);
CREATE TABLE numbered (id int NOT NULL);
ALTER TABLE numbered ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME numbered_by START WITH 1);
CREATE FUNCTION numbers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.q := nextval('no_seq');
--=                ^^^^^^^^ error[unknown-table] 42P01: relation "no_seq" does not exist
  NEW.q := currval('apart.é');
--=                ^^^^^^^^^^ error[unknown-table] 42P01: relation "apart.é" does not exist
  PERFORM setval('before_it', 1);
--=              ^^^^^^^^^^^ error[unknown-table] 42P01: relation "before_it" does not exist
  NEW.q := nextval('nowhere.no_seq');
--=                ^^^^^^^^^^^^^^^^ error[unknown-schema] 3F000: schema "nowhere" does not exist
  NEW.o := 'no_seq'::regclass;
--=        ^^^^^^^^ error[unknown-table] 42P01: relation "no_seq" does not exist
  EXECUTE 'SELECT nextval(''no_seq'')';
--=                       ^^^^^^^^^^ error[unknown-table] 42P01: relation "no_seq" does not exist
  IF NEW.q = 1 THEN
    NEW.q := nextval('no_seq');
--=                  ^^^^^^^^ warning[unknown-table]: relation "no_seq" does not exist
  END IF;
  NEW.q := nextval('after_it') + nextval('AFTER_IT') + nextval('away') + nextval('numbers_id_seq') + nextval('numbers_n_seq');
  NEW.q := nextval('apart.given') + nextval('given') + nextval('numbered_by') + nextval('public.numbers_id_seq');
  NEW.q := nextval(NEW.o) + nextval('no_seq'::text) + nextval('pg_temp.no_seq');
  NEW.o := 'numbers_pkey'::regclass;
  NEW.o := 'pg_type'::regclass;
  NEW.o := '1259'::regclass;
  RETURN NEW;
END $$;
CREATE TRIGGER numbers BEFORE INSERT ON numbers FOR EACH ROW EXECUTE FUNCTION numbers();
-- A field of a field is no column of a table.
CREATE TYPE address AS (street text, city text);
CREATE TABLE homes (id int PRIMARY KEY, city text, addr address);
CREATE FUNCTION homes() RETURNS trigger LANGUAGE plpgsql AS $$
<<here>>
DECLARE home homes%ROWTYPE;
BEGIN
  NEW.city := NEW.addr.city;
--=           ^^^ error[unknown-table] 42P01: missing FROM-clause entry for table "addr" => write \(NEW\.addr\)\.city
  NEW.city := (NEW.addr).city;
  NEW.city := here.home.city;
  NEW.addr.city := 'é';
  RETURN NEW;
END $$;
CREATE TRIGGER homes BEFORE INSERT ON homes FOR EACH ROW EXECUTE FUNCTION homes();
-- A function with a search path of its own.
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a');
CREATE TABLE app.seen (msg text);
CREATE FUNCTION app.count_of(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION no_path() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE r app.seen%ROWTYPE;
BEGIN
  INSERT INTO seen VALUES ('x');
--=           ^^^^ error[unknown-table] 42P01: relation "seen" does not exist in the search path of the function => write app\.seen, or put its schema into the search path of the function
  INSERT INTO app.seen VALUES (lower('é'));
  PERFORM count_of(1);
--=       ^^^^^^^^ error[no-function] 42883: function count_of\(integer\) does not exist => did you mean "count"\?
  PERFORM 'a'::mood;
--=            ^^^^ error[unknown-type] 42704: type "mood" does not exist
  PERFORM app.count_of(1), 'a'::app.mood, now();
  RETURN NEW;
END $$;
CREATE TRIGGER no_path BEFORE INSERT ON homes FOR EACH ROW EXECUTE FUNCTION no_path();
CREATE FUNCTION app_path() RETURNS trigger LANGUAGE plpgsql SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO seen VALUES ('x');
  PERFORM count_of(1), 'a'::mood;
  UPDATE homes SET city = 'x' WHERE false;
--=      ^^^^^ error[unknown-table] 42P01: relation "homes" does not exist in the search path of the function => write public\.homes, or put its schema into the search path of the function
  RETURN NEW;
END $$;
CREATE TRIGGER app_path BEFORE INSERT ON homes FOR EACH ROW EXECUTE FUNCTION app_path();
CREATE FUNCTION unknown_path() RETURNS trigger LANGUAGE plpgsql SET search_path = app, extensions AS $$
BEGIN
  UPDATE homes SET city = 'x' WHERE false;
  RETURN NEW;
END $$;
CREATE TRIGGER unknown_path BEFORE INSERT ON homes FOR EACH ROW EXECUTE FUNCTION unknown_path();
CREATE TABLE handled (id int PRIMARY KEY, n int);
CREATE FUNCTION handled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN undefined_column OR unique_violation THEN NULL; END;
--=                 ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN data_exception THEN NULL; END;
--=                 ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN OTHERS THEN NULL; END;
--=                 ^^^^ warning[unknown-table]: relation "nope" does not exist, and the handler hides it
  BEGIN
    BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN SQLSTATE '42703' THEN NULL; END;
--=                   ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  EXCEPTION WHEN check_violation THEN NULL;
  END;
  BEGIN
    IF NEW.n = 1 THEN INSERT INTO nope VALUES (1); END IF;
--=                               ^^^^ warning[unknown-table]: relation "nope" does not exist
  EXCEPTION WHEN unique_violation THEN NULL;
  END;
  BEGIN INSERT INTO expected VALUES (1); EXCEPTION WHEN undefined_table THEN NULL; END;
  BEGIN INSERT INTO expected VALUES (1); EXCEPTION WHEN syntax_error_or_access_rule_violation THEN NULL; END;
  BEGIN INSERT INTO expected VALUES (1); EXCEPTION WHEN SQLSTATE '42P01' THEN NULL; END;
  BEGIN INSERT INTO expected VALUES (1); EXCEPTION WHEN unique_violation THEN NULL; WHEN SQLSTATE '42000' THEN NULL; END;
  BEGIN
    BEGIN INSERT INTO expected VALUES (1); EXCEPTION WHEN unique_violation THEN NULL; END;
  EXCEPTION WHEN undefined_table THEN NULL;
  END;
  BEGIN INSERT INTO nope VALUES (1); EXCEPTION WHEN OTHERS THEN RAISE NOTICE 'failed'; RAISE; END;
--=                 ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON handled FOR EACH ROW EXECUTE FUNCTION handled();
CREATE TABLE cursors (id int PRIMARY KEY, n int);
CREATE FUNCTION cursors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a CURSOR FOR SELECT 1 FROM nope;
--=                          ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  b CURSOR FOR SELECT 1 FROM nope;
--=                          ^^^^ error[unknown-table] 42P01: relation "nope" does not exist
  c CURSOR FOR SELECT 1 FROM nope;
--=                          ^^^^ warning[unknown-table]: relation "nope" does not exist
  d CURSOR (k int) FOR SELECT n FROM cursors WHERE n = k;
BEGIN
  OPEN d(1);
  CLOSE d;
  OPEN a;
  FOR r IN b LOOP NULL; END LOOP;
  IF NEW.n = 1 THEN
    OPEN c;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON cursors FOR EACH ROW EXECUTE FUNCTION cursors();
