CREATE SCHEMA lang;
CREATE TEXT SEARCH CONFIGURATION lang.deutsch (COPY = pg_catalog.german);
CREATE TEXT SEARCH CONFIGURATION gone (COPY = pg_catalog.german);
DROP TEXT SEARCH CONFIGURATION gone;
-- pgtrigger: searchvector a (v) from s using 'englsh'
--=                                           ^^^^^^^^ error[unknown-configuration] 42704: text search configuration "englsh" does not exist => did you mean "english"
-- pgtrigger: searchvector b (v) from s using 'deutsch'
--=                                           ^^^^^^^^^ error[unknown-configuration] 42704: text search configuration "deutsch" does not exist
-- pgtrigger: searchvector c (v) from s using 'gone'
--=                                           ^^^^^^ error[unknown-configuration] 42704: text search configuration "gone" does not exist
-- pgtrigger: searchvector d (v) from s using 'pg_catalog.deutsch'
--=                                           ^^^^^^^^^^^^^^^^^^^^ error[unknown-configuration] 42704: text search configuration "pg_catalog.deutsch" does not exist
-- pgtrigger: searchvector e (v) from s using '"Lang".deutsch'
--=                                           ^^^^^^^^^^^^^^^^ error[unknown-configuration] 42704: text search configuration ""Lang".deutsch" does not exist
-- pgtrigger: searchvector f (v) from s using 'lang.'
--=                                           ^^^^^^^ error[unknown-configuration] 42602: text "lang." is no name of a text search configuration => write 'schema.name'
-- pgtrigger: searchvector g (v) from s using ''
--=                                           ^^ error[unknown-configuration] 42602: text "" is no name of a text search configuration
-- pgtrigger: searchvector h (v) from s using 'estonian'
--=                                           ^^^^^^^^^^ error[unknown-configuration] 42704: text search configuration "estonian" does not exist
-- pgtrigger: searchvector ok (v) from s using 'Lang . "deutsch"'
--=                        ^^ warning[same-column]: what this sets column "v" to before INSERT is lost: trigger "ok_b" fires after it and sets the column again => set the column in one of them
-- pgtrigger: searchvector ok_b (v) from s using 'pg_catalog.simple'
--=                        ^^^^ warning[same-column]: what this sets column "v" to before INSERT or UPDATE is lost: trigger "ok_c" fires after it and sets the column again => set the column in one of them
-- pgtrigger: searchvector ok_c (v) from s using 'FINNISH'
--=                        ^^^^ warning[same-column]: what this sets column "v" to before UPDATE is lost: trigger "ok" fires after it and sets the column again => set the column in one of them
CREATE TABLE t (id int PRIMARY KEY, s text, v tsvector);
CREATE TABLE told (id int PRIMARY KEY, s text NOT NULL, v tsvector);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.v := to_tsvector('é' || NEW.s) || to_tsvector('englsh', NEW.s);
--=                                                  ^^^^^^^^ error[unknown-configuration] 42704: text search configuration "englsh" does not exist => did you mean "english"\?
  NEW.v := to_tsvector('pg_catalog.deutsch'::regconfig, NEW.s);
--=                    ^^^^^^^^^^^^^^^^^^^^ error[unknown-configuration] 42704: text search configuration "pg_catalog\.deutsch" does not exist => did you mean "lang\.deutsch"\?
  IF NEW.id > 1 THEN NEW.v := to_tsvector('gone', NEW.s); END IF;
--=                                       ^^^^^^ warning[unknown-configuration]: text search configuration "gone" does not exist
  NEW.v := to_tsvector('English', NEW.s) || to_tsvector('pg_catalog.simple', NEW.s) || to_tsvector('lang.deutsch', NEW.s) || to_tsvector('nope');
  RETURN NEW;
END $$;
CREATE TRIGGER zz BEFORE INSERT ON told FOR EACH ROW EXECUTE FUNCTION f();
