-- pgtrigger: touch stamp (at)
--=                 ^^^^^ warning[same-column]: what this sets column "at" to before UPDATE is lost: trigger "touched" fires after it and sets the column again => set the column in one of them
-- pgtrigger: touch touched (at) = clock_timestamp()
CREATE TABLE twice (id int PRIMARY KEY, at timestamptz);

-- pgtrigger: set fold set slug = lower(NEW.title)
--=               ^^^^ warning[same-column]: what this sets column "slug" to before INSERT or UPDATE is lost: trigger "make" fires after it and sets the column again => set the column in one of them
-- pgtrigger: set make set slug = 'x', n = 1
CREATE TABLE lost (id int PRIMARY KEY, slug text, title text, n int);

-- pgtrigger: set always update set at = now()
--=               ^^^^^^ warning[same-column]: trigger "done" sets column "at" too: where both fire it wins, since its name is later in the alphabet => set the column in one of them, or put digits in front of the names to say which comes first
-- pgtrigger: set done update when (NEW.done) set at = NULL
CREATE TABLE accident (id int PRIMARY KEY, at timestamptz, done boolean);

-- pgtrigger: set "1_always" update set at = now()
-- pgtrigger: set "2_done" update when (NEW.done) set at = NULL
CREATE TABLE told (id int PRIMARY KEY, at timestamptz, done boolean);

-- No row meets both, the events are others, or the later one goes on with what the first one did.
-- pgtrigger: set a when (NEW.kind = 'a') set n = 1
-- pgtrigger: set b when (NEW.kind = 'b') set n = 2
-- pgtrigger: touch c (at) insert
-- pgtrigger: touch d (at)
-- pgtrigger: set e set title = btrim(NEW.title)
-- pgtrigger: set f set title = lower(NEW.title)
-- pgtrigger: version g (v)
CREATE TABLE fine (id int PRIMARY KEY, kind text, n int, at timestamptz, title text, v int);

-- Of hand-written ones too.
CREATE TABLE hand (id int PRIMARY KEY, at timestamptz, n int);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE FUNCTION count() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := coalesce(NEW.n, 0) + 1; RETURN NEW; END $$;
CREATE FUNCTION sometimes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = 1 THEN NEW.n := 1; END IF; RETURN NEW; END $$;
-- pgtrigger: touch a_stamp (at) on hand
--=                 ^^^^^^^ warning[same-column]: what this sets column "at" to before UPDATE is lost: trigger "stamp" fires after it and sets the column again => set the column in one of them
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER ok BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION count();
CREATE TRIGGER ok_b BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION sometimes();
-- pgtrigger: trigger k before update as $$ BEGIN NEW.n := 1; RETURN NEW; END $$
--=                   ^ warning[same-column]: what this sets column "n" to before UPDATE is lost: trigger "l" fires after it and sets the column again => set the column in one of them
-- pgtrigger: trigger l before update as $$ BEGIN NEW.n := 2; RETURN NEW; END $$
CREATE TABLE bodies (id int PRIMARY KEY, n int);
