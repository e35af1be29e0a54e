CREATE TYPE pair AS (x int, y int);
-- pgtrigger: readonly a (statsu)
--=                       ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: readonly b except ("Status", slug)
--=                              ^^^^^^^^ error[unknown-column] 42703: table "posts" has no column "Status" => did you mean "status"\?
-- pgtrigger: protect c update of "Größen", slgu
--=                               ^^^^^^^^^^ error[unknown-column] 42703: table "posts" has no column "Größen" => did you mean "Größe"\?
-- pgtrigger: protect d delete when (OLD.statsu = 'é' AND OLD.Slug IS NULL)
--=                                      ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: protect e update when ('ä' <> OLD.status AND changed(slgu, status, "Größe"))
--=                                                                 ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
-- pgtrigger: protect f update when (changed_except(slgu, auto) OR statsu = 'x')
--=                                                 ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
--=                                                                ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: protect g delete when (TG_OP = 'DELETE')
--=                                  ^^^^^ error[unknown-column] 42703: table "posts" has no column "tg_op" => a condition has no TG_OP; say it in the header
-- pgtrigger: protect h delete when (OLD.status = "draft")
--=                                               ^^^^^^^ error[unknown-column] 42703: table "posts" has no column "draft" => double quotes are for names; write 'draft' if it is text
-- pgtrigger: protect i delete when (xyzzyxyzzy)
--=                                  ^^^^^^^^^^ error[unknown-column] 42703: table "posts" has no column "xyzzyxyzzy"
-- pgtrigger: fsm j (satus) draft -> live
--=                  ^^^^^ error[unknown-column] 42703: table "posts" has no column "satus" => did you mean "status"\?
-- pgtrigger: touch k (updated)
--=                    ^^^^^^^ error[unknown-column] 42703: table "posts" has no column "updated" => did you mean "updated_at"\?
-- pgtrigger: version l (versoin)
--=                      ^^^^^^^ error[unknown-column] 42703: table "posts" has no column "versoin" => did you mean "version"\?
-- pgtrigger: set m set slgu = NEW.slug, slug = NEW.staus
--=                     ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
--=                                                 ^^^^^ error[unknown-column] 42703: table "posts" has no column "staus" => did you mean "status"\?
-- pgtrigger: softdelete n set delted = true
--=                            ^^^^^^ error[unknown-column] 42703: table "posts" has no column "delted" => did you mean "deleted"\?
-- pgtrigger: softdelete o set status = lower(staus)
--=                                           ^^^^^ error[unknown-column] 42703: table "posts" has no column "staus" => did you mean "status"\?
-- pgtrigger: run p after update do (UPDATE posts SET slgu = NEW.slug; INSERT INTO posts (idd) VALUES (NEW.slgu))
--=                                                   ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
--=                                                                                       ^^^ error[unknown-column] 42703: table "posts" has no column "idd" => did you mean "id"\?
--=                                                                                                        ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
-- pgtrigger: trigger q before update as $$ BEGIN NEW.statsu := 'NEW.nothing'; /* OLD.nothing */ RETURN NEW; END $$
--=                                                   ^^^^^^ error[unknown-column] 42703: record "new" has no field "statsu" => did you mean "status"\?
-- pgtrigger: trigger r before update as $$
--   BEGIN
--     IF OLD."Status" IS NULL AND new.ctid IS NULL THEN -- NEW.nothing
--=           ^^^^^^^^ error[unknown-column] 42703: record "old" has no field "Status" => did you mean "status"\?
--       NEW.Slug := OLD.slgu;
--=                      ^^^^ error[unknown-column] 42703: record "old" has no field "slgu" => did you mean "slug"\?
--     END IF;
--     RETURN NEW;
--   END
--   $$
-- pgtrigger: trigger odd before update as $$
--   BEGIN
--     PERFORM $q$ SELECT NEW.nothing $q$ || E'\'NEW.nothing' || 'OLD.nothing';
--     /* NEW.a /* NEW.b */ NEW.c */
--     PERFORM 1 FROM posts AS old WHERE old.anything = NEW.statsu;
--=                                          ^^^^^^^^ error[unknown-column] 42703: column old\.anything does not exist
--=                                                         ^^^^^^ error[unknown-column] 42703: record "new" has no field "statsu" => did you mean "status"\?
--     RETURN NEW;
--   END
--   $$
-- pgtrigger: trigger s before update when (NEW.statsu = 'é') execute function suppress_redundant_updates_trigger()
--=                                             ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: set t set slug = NEW.xmin::text
-- pgtrigger: protect u delete when (OLD.oid = 1)
--=                                      ^^^ error[unknown-column] 42703: table "posts" has no column "oid" => did you mean "id"\?
-- pgtrigger: protect v delete when (OLD.* IS NULL OR OLD IS NULL OR OLD.tableoid = 1)
--=                                                   ^^^^^^^^^^^ warning[null-row]: this is true only if all columns are NULL => name the column that is meant: OLD\.status IS NULL
-- pgtrigger: protect w update when (EXISTS (SELECT FROM posts AS p WHERE p.anything = NEW.statsu))
--=                                                                         ^^^^^^^^ error[unknown-column] 42703: table "posts" has no column "anything"
--=                                                                                        ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: run sub after insert for each statement referencing new table as nn
--   do (WITH posts AS (SELECT 1 AS any) DELETE FROM posts AS d USING nn, posts, (SELECT 1 AS x) AS q, generate_series(1, 2) AS g
--         WHERE d.id = nn.idd AND d.statsu = '' AND posts.any = q.x AND g.g = 1 AND d.xmin IS NULL)
--=                        ^^^ error[unknown-column] 42703: table "posts" has no column "idd" => did you mean "id"\?
--=                                  ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
-- pgtrigger: protect fields update when ((OLD.pr).z = 1 AND (NEW).slgu = 'é' AND (NEW).slug = 'é')
--=                                                ^ error[unknown-column] 42703: type "pair" has no field "z"
--=                                                                ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
-- pgtrigger: protect ok update of SLUG when (OLD.STATUS = 'x' AND changed("Größe") AND (NEW.pr).x = 1 AND OLD.pr IS NULL)
CREATE TABLE posts (
  id      int PRIMARY KEY,
  status  text,
  slug    text,
  "Größe" int,
  pr      pair,
  version int NOT NULL DEFAULT 0, -- pgtrigger: readonly at_column (versions)
--=                                                                 ^^^^^^^^ error[unknown-column] 42703: table "posts" has no column "versions" => did you mean "version"\?
  updated_at timestamptz,
  deleted boolean NOT NULL DEFAULT false
);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE OF statsu ON posts EXECUTE FUNCTION f();
--=                                ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
CREATE TRIGGER t2 BEFORE UPDATE ON posts FOR EACH ROW WHEN (OLD.status = 'é' AND NEW.slgu = '') EXECUTE FUNCTION f();
--=                                                                                   ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
CREATE TRIGGER t3 BEFORE UPDATE ON posts FOR EACH ROW WHEN (OLD.status = 'é' AND NEW.slug = '') EXECUTE FUNCTION f();
-- pgtrigger: protect on_view insert for each statement
-- pgtrigger: trigger on_view_b instead of insert not ignorable when (true) execute function f()
--=                                                             ^^^^^^^^^^^ error[instead-of] 0A000: INSTEAD OF triggers cannot have WHEN conditions
CREATE VIEW v AS SELECT id, status AS state FROM posts;
-- pgtrigger: trigger on_view_c on v instead of insert as $$ BEGIN NEW.status := 'é'; RETURN NEW; END $$
--=                                                                    ^^^^^^ error[unknown-column] 42703: record "new" has no field "status" => did you mean "state"\?
-- pgtrigger: protect crlf on posts update
--   when (OLD.slug = 'é'
--     AND NEW.slgu = 'é')
--=            ^^^^ error[unknown-column] 42703: table "posts" has no column "slgu" => did you mean "slug"\?
-- pgtrigger: readonly crlf_b on posts (statsu
--=                                     ^^^^^^ error[unknown-column] 42703: table "posts" has no column "statsu" => did you mean "status"\?
--   , slug)

-- pgtrigger: searchvector sv (v) from titel, (NEW.bodi || 'x') using lnag
--=                                    ^^^^^ error[unknown-column] 42703: table "searched" has no column "titel" => did you mean "title"\?
--=                                                ^^^^ error[unknown-column] 42703: table "searched" has no column "bodi" => did you mean "body"\?
--=                                                                   ^^^^ error[unknown-column] 42703: table "searched" has no column "lnag" => did you mean "lang"\?
-- pgtrigger: searchvector sv_b (v) from title using German
--=                                                  ^^^^^^ error[unknown-column] 42703: table "searched" has no column "german" => if it is the configuration, write 'german'
CREATE TABLE searched (id int PRIMARY KEY, title text, body text, lang regconfig, v tsvector);

-- pgtrigger: notify a channel (NEW.chanel) payload (json_build_object('s', NEW.bodi))
--=                                 ^^^^^^ error[unknown-column] 42703: table "told" has no column "chanel" => did you mean "channel"\?
--=                                                                             ^^^^ error[unknown-column] 42703: table "told" has no column "bodi" => did you mean "body"\?
CREATE TABLE told (id int PRIMARY KEY, channel text, body text);

-- A branch of CASE is for the tables and events that its operand says.
CREATE FUNCTION by_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE s_told text; r searched%ROWTYPE;
BEGIN
  CASE TG_TABLE_NAME
  WHEN 'searched' THEN s_told := NEW.title;
  WHEN 'told', 'both' THEN s_told := NEW.channel || NEW.chanel;
--=            ^^^^^^ warning[impossible-value]: TG_TABLE_NAME is never 'both' => it can be 'searched', 'told'
--=                                                     ^^^^^^ error[unknown-column] 42703: record "new" has no field "chanel" \(of trigger "by_case" on "told"\) => did you mean "channel"\?
  END CASE;
  IF stold IS NULL THEN
--=  ^^^^^ error[unknown-column] 42703: column "stold" does not exist \(of trigger "by_case" on "searched"\) => did you mean "s_told"\?
--=  ^^^^^ error[unknown-column] 42703: column "stold" does not exist \(of trigger "by_case" on "told"\) => did you mean "s_told"\?
    RETURN NULL;
  END IF;
  CASE TG_OP WHEN 'INSERT', 'UPDATE' THEN RETURN NEW; END CASE;
END $$;
CREATE TRIGGER by_case BEFORE INSERT ON searched FOR EACH ROW EXECUTE FUNCTION by_case();
CREATE TRIGGER by_case BEFORE INSERT OR UPDATE ON told FOR EACH ROW EXECUTE FUNCTION by_case();

-- The query of a cursor sees the arguments of the cursor.
CREATE FUNCTION by_cursor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c CURSOR (wanted int, more text) FOR SELECT t.channel FROM told AS t WHERE t.id = wanted AND t.body = c.more AND t.id > wnated;
--=                                                                                                                       ^^^^^^ error[unknown-column] 42703: column "wnated" does not exist => did you mean "wanted"\?
BEGIN
  FOR r IN c(NEW.id, 'x') LOOP NEW.body := r.channel; END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER by_cursor BEFORE INSERT ON told FOR EACH ROW EXECUTE FUNCTION by_cursor();

-- In FROM, unnest takes several arrays.
-- pgtrigger: protect lists on told update when (EXISTS (SELECT FROM unnest(ARRAY['a'], ARRAY[NEW.id]) WITH ORDINALITY AS u (t, n, o)
--   WHERE u.t = NEW.body AND u.n = NEW.id AND u.o = 1 AND u.x = 1))
--=                                                          ^ error[unknown-column] 42703: column u\.x does not exist
CREATE TABLE items (id int PRIMARY KEY, name text NOT NULL, price numeric, at timestamptz);
-- pgtrigger: history log on items into items_log
-- pgtrigger: trigger a on items before insert as $$ BEGIN NEW.name := lower(NEW.name, 1); RETURN NEW; END $$
--=                                                                    ^^^^^ error[no-function] 42883: function lower\(text, integer\) does not exist => cast the arguments to what it takes
-- pgtrigger: trigger b on items after insert as $$ BEGIN INSERT INTO items_lgo VALUES (1); RETURN NULL; END $$
--=                                                                   ^^^^^^^^^ error[unknown-table] 42P01: relation "items_lgo" does not exist => did you mean "items"\?
-- pgtrigger: trigger c on items after insert as $$ BEGIN PERFORM pgh_id FROM items_log; RETURN NULL; END $$
--=                                                               ^^^^^^ error[unknown-column] 42703: column "pgh_id" does not exist
-- pgtrigger: trigger d on items before insert as $$ BEGIN NEW.name := upper(NEW.name); END $$
--=                                                                                     ^^^ error[missing-return] 2F005: control reached end of trigger procedure without RETURN => write RETURN NEW
-- pgtrigger: trigger e on items before delete as $$ BEGIN RETURN NEW; END $$
--=                                                        ^^^^^^^^^^ warning[cancelled-delete]: trigger "e" returns NEW in DELETE, which is NULL: no row of "items" is ever deleted => return OLD where TG_OP is 'DELETE'
-- pgtrigger: trigger f on items after insert as $$ BEGIN IF NEW.price > 'abc' THEN RETURN NULL; END IF; RETURN NULL; END $$
--=                                                                      ^^^^^ error[bad-literal] 22P02: text "abc" is not of type numeric
-- pgtrigger: trigger g on items after update referencing old table as o new table as n for each statement when (OLD.price <> NEW.price) as $$ DECLARE id int; BEGIN SELECT id INTO id FROM n LIMIT 1; PERFORM nosuch FROM n; RETURN NULL; END $$
--=                                                                                                                                                                                                            ^^^^^^ error[unknown-column] 42703: column "nosuch" does not exist
-- pgtrigger: trigger h on items before insert or update as $$
--   DECLARE old_price numeric := CASE WHEN TG_OP = 'UPDATE' THEN OLD.price END;
--   BEGIN
--     IF TG_OP = 'DELETE' THEN
--       PERFORM nothing FROM nowhere;
--     ELSIF old_price IS NULL THEN
--       PERFORM 1 FROM nowhere;
--=                     ^^^^^^^ warning[unknown-table]: relation "nowhere" does not exist
--     END IF;
--     RETURN NEW;
--   END
--   $$
-- A statement trigger of a view that Postgres updates by itself does not fire.
CREATE VIEW cheap AS SELECT id FROM items WHERE price < 1;
CREATE FUNCTION of_view() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nosuch FROM items; RETURN NULL; END $$;
--=                                                                            ^^^^^^ warning[unknown-column]: column "nosuch" does not exist
CREATE TRIGGER a BEFORE INSERT ON cheap EXECUTE FUNCTION of_view();
-- One condition on TG_OP says nothing of what stands behind it.
CREATE FUNCTION by_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NULL; END IF;
  IF TG_OP = 'INSERT' THEN NEW.nowhere := 1; END IF;
--=                            ^^^^^^^ warning[unknown-column]: record "new" has no field "nowhere"
  IF TG_OP = 'UPDATE' THEN NEW.nothing := 1; END IF;
--=                            ^^^^^^^ warning[unknown-column]: record "new" has no field "nothing"
  RETURN NEW;
END $$;
CREATE TRIGGER by_event BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION by_event();
-- NEW and OLD have the fields of the table in every trigger.
CREATE TABLE gone (id int PRIMARY KEY, at timestamptz);
CREATE FUNCTION of_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.att := now();
--=   ^^^ error[unknown-column] 42703: record "new" has no field "att" => did you mean "at"\?
  RAISE NOTICE '% %', NEW.id, OLD.nosuch;
--=                               ^^^^^^ error[unknown-column] 42703: record "old" has no field "nosuch"
--=                   ^^^^^^ warning[absent-row]: there is no NEW in DELETE: this is NULL
  RETURN OLD;
END $$;
CREATE TRIGGER gone BEFORE DELETE ON gone FOR EACH ROW EXECUTE FUNCTION of_gone();
CREATE FUNCTION each_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE NOTICE '%', OLD.ids;
--=                     ^^^ error[unknown-column] 42703: record "old" has no field "ids" => did you mean "id"\?
  RETURN NULL;
END $$;
CREATE TRIGGER each_gone AFTER DELETE ON gone FOR EACH STATEMENT EXECUTE FUNCTION each_gone();
-- What a record is hangs on the branch.
CREATE TABLE kept (id int PRIMARY KEY, x int);
CREATE FUNCTION by_branch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  SELECT id, at INTO r FROM gone LIMIT 1;
  IF NEW.id > 1 THEN
    SELECT id, x INTO r FROM kept LIMIT 1;
    RAISE NOTICE '%', r.at;
--=                     ^^ warning[unknown-column]: record "r" has no field "at"
  ELSE
    RAISE NOTICE '%', r.x;
--=                     ^ warning[unknown-column]: record "r" has no field "x"
  END IF;
  RAISE NOTICE '% %', r.at, r.x;
  SELECT id, at INTO r FROM gone LIMIT 1;
  IF NEW.id > 2 THEN
    SELECT id, x INTO r FROM kept LIMIT 1;
    RETURN NULL;
  END IF;
  r.at := now();
  RAISE NOTICE '%', r.x;
--=                   ^ warning[unknown-column]: record "r" has no field "x"
  BEGIN
    SELECT id, x INTO r FROM kept LIMIT 1;
    RAISE NOTICE '%', r.x;
  EXCEPTION WHEN division_by_zero THEN
    RAISE NOTICE '% %', r.at, r.x;
  END;
  RAISE NOTICE '% %', r.at, r.x;
  <<once>>
  BEGIN
    SELECT id, at INTO r FROM gone LIMIT 1;
    EXIT once WHEN NEW.id > 3;
    SELECT id, x INTO r FROM kept LIMIT 1;
  END;
  RAISE NOTICE '% %', r.at, r.x;
  IF NEW.id > 4 THEN
    NEW := r;
    RAISE NOTICE '%', NEW.x;
  ELSE
    RAISE NOTICE '%', NEW.nosuch;
--=                       ^^^^^^ warning[unknown-column]: record "new" has no field "nosuch"
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER by_branch BEFORE INSERT OR UPDATE ON gone FOR EACH ROW EXECUTE FUNCTION by_branch();
-- The name of a relation is that of its row, also where it has no alias.
CREATE FUNCTION by_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record; item items%ROWTYPE; n int;
BEGIN
  r := items FROM items LIMIT 1;
  SELECT items INTO r FROM items;
  PERFORM to_jsonb(items), to_jsonb(tems) FROM items;
--=                                 ^^^^ error[unknown-column] 42703: column "tems" does not exist => did you mean "item"\?
  INSERT INTO items_log SELECT FROM (SELECT items FROM items) AS i RETURNING to_jsonb(items_log) INTO r;
  n := count(items) FROM items;
  RETURN items FROM items LIMIT 1;
END $$;
CREATE TRIGGER by_row BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION by_row();
-- What a variable is set to once says for which tables a branch is.
CREATE TABLE kind_a (id int PRIMARY KEY, a int);
CREATE TABLE kind_b (id int PRIMARY KEY, b int);
CREATE FUNCTION by_kind() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text := TG_ARGV[0];
  tab varchar;
  op text;
  twice text := TG_ARGV[0];
  short varchar(1) := TG_ARGV[0];
BEGIN
  IF tab = 'kind_b' THEN RAISE NOTICE '%', NEW.b; END IF;
--=                                            ^ warning[unknown-column]: record "new" has no field "b" \(of trigger "by_kind" on "kind_a"\)
  tab := lower(TG_TABLE_NAME);
  op := TG_OP;
  IF kind = 'first' THEN NEW.a := 1; ELSE NEW.b := 1; END IF;
  CASE tab WHEN 'kind_a' THEN NEW.a := 2; ELSE NEW.b := 2; END CASE;
  IF tab ~ 'd_a$' OR kind LIKE 'fi%' THEN NEW.a := 3; END IF;
  IF TG_TABLE_NAME !~* '_A' AND kind NOT ILIKE '%R_T' THEN NEW.b := 3; END IF;
  IF op = 'UPDATE' AND kind = 'first' THEN RAISE NOTICE '%', OLD.b; END IF;
--=                                                              ^ warning[unknown-column]: record "old" has no field "b" \(of trigger "by_kind" on "kind_a"\)
  IF twice = 'first' THEN NEW.a := 4; END IF;
--=                           ^ warning[unknown-column]: record "new" has no field "a" \(of trigger "by_kind" on "kind_b"\)
  twice := 'first';
  IF short = 'first' THEN NEW.a := 5; END IF;
--=                           ^ warning[unknown-column]: record "new" has no field "a" \(of trigger "by_kind" on "kind_b"\)
  RETURN NEW;
END $$;
CREATE TRIGGER by_kind BEFORE INSERT OR UPDATE ON kind_a FOR EACH ROW EXECUTE FUNCTION by_kind('first');
--=            ^^^^^^^ warning[unfired-trigger]: this does not fire for rows of "kind_c"
CREATE TRIGGER by_kind BEFORE INSERT OR UPDATE ON kind_b FOR EACH ROW EXECUTE FUNCTION by_kind('second');
-- A trigger is not inherited: of its rows the name is that of the table.
CREATE TABLE kind_c () INHERITS (kind_a);
CREATE TABLE kind_d (a int);
CREATE FUNCTION by_inner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE tab text := TG_TABLE_NAME;
BEGIN
  DECLARE tab text := 'kind_b';
  BEGIN
    IF tab = 'kind_b' THEN RAISE NOTICE '%', NEW.b; END IF;
--=                                              ^ warning[unknown-column]: record "new" has no field "b"
  END;
  RETURN NEW;
END $$;
CREATE TRIGGER by_inner BEFORE INSERT ON kind_d FOR EACH ROW EXECUTE FUNCTION by_inner();
