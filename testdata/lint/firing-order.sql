-- Triggers fire in the order of the bytes of their names.
-- pgtrigger: set a_slug set slug = lower(NEW.title)
-- pgtrigger: set b_title set title = btrim(NEW.raw)
CREATE TABLE digits_or_a (id int PRIMARY KEY, slug text, title text, raw text);

-- pgtrigger: set slug set slug = lower(NEW.title)
--=               ^^^^ warning[firing-order]: trigger "title" fires after this one and sets column "title", which this one reads => triggers fire in the order of their names: rename this one, to "z_slug" for example
-- pgtrigger: set title set title = btrim(NEW.raw)
CREATE TABLE posts (id int PRIMARY KEY, slug text, title text, raw text);

-- pgtrigger: touch published (at) update when (changed(status))
--=                 ^^^^^^^^^ warning[firing-order]: trigger "é" fires after this one and sets column "status", which this one reads => triggers fire in the order of their names: rename this one, to "é_published" for example
-- pgtrigger: set "é" update set status = coalesce(NEW.wanted, OLD.status)
CREATE TABLE jobs (id int PRIMARY KEY, at timestamptz, status text, wanted text);

-- Digits tell the order, and so do names that are made to come first or last.
-- pgtrigger: set "10_slug" set slug = lower(NEW.title)
-- pgtrigger: set "20_title" set title = btrim(NEW.raw)
-- pgtrigger: set z_title set title = btrim(NEW.raw) || '!' || NEW.title
CREATE TABLE told (id int PRIMARY KEY, slug text, title text, raw text);

-- The order is the one that is needed; or there are other events, rows, or columns.
-- pgtrigger: set fold set title = btrim(NEW.raw)
-- pgtrigger: set slug set slug = lower(NEW.title)
-- pgtrigger: set m insert set c = lower(NEW.d)
-- pgtrigger: set n update set d = lower(OLD.raw)
-- pgtrigger: set o when (NEW.id = 1) set e = NEW.f
-- pgtrigger: set p when (NEW.id = 2) set f = 'x'
-- pgtrigger: set q update set g = OLD.h
-- pgtrigger: set r update set h = 'x'
CREATE TABLE fine (id int PRIMARY KEY, slug text, title text, raw text, c text, d text, e text, f text, g text, h text);

-- Of hand-written ones too.
CREATE TABLE hand (id int PRIMARY KEY, at timestamptz, slug text, title text, n int);
CREATE FUNCTION slug() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := lower(NEW.title); RETURN NEW; END $$;
CREATE FUNCTION title() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n = 1 THEN NEW.title := 'x'; END IF; RETURN NEW; END $$;
CREATE FUNCTION judge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.at IS NULL THEN RAISE 'no'; END IF; RETURN NEW; END $$;
CREATE FUNCTION reset() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := NULL; NEW.slug := 'x'; RETURN NEW; END $$;
CREATE TRIGGER make_slug BEFORE INSERT ON hand FOR EACH ROW EXECUTE FUNCTION slug();
--=            ^^^^^^^^^ warning[firing-order]: trigger "title" fires after this one and sets column "title", which this one reads => triggers fire in the order of their names: rename this one, to "z_make_slug" for example
CREATE TRIGGER title BEFORE INSERT ON hand FOR EACH ROW EXECUTE FUNCTION title();
CREATE TRIGGER make_slug_b BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION slug();
--=            ^^^^^^^^^^^ warning[same-column]: what this sets column "slug" to before UPDATE is lost: trigger "reset" fires after it and sets the column again => set the column in one of them
CREATE TRIGGER reset BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION reset();
CREATE TRIGGER judge BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION judge();
-- pgtrigger: touch touched (at) on hand
-- pgtrigger: trigger k before update as $$ BEGIN NEW.n := length(NEW.title); RETURN NEW; END $$
--=                   ^ warning[firing-order]: trigger "l" fires after this one and sets column "title", which this one reads => triggers fire in the order of their names: rename this one, to "z_k" for example
-- pgtrigger: trigger l before update as $$ BEGIN NEW.title := btrim(NEW.title); RETURN NEW; END $$
CREATE TABLE bodies (id int PRIMARY KEY, n int, title text);
