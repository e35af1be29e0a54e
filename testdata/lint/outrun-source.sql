-- pgtrigger: searchvector a (v) from title, (lower(NEW.body))
--=                        ^ warning[outrun-source]: trigger "b" fires after this one and still changes column "title", which is a source of it => give this one a name behind it in the alphabet
--=                        ^ warning[outrun-source]: trigger "c" fires after this one and still changes column "body", which is a source of it => give this one a name behind it in the alphabet
-- pgtrigger: set b set title = upper(NEW.title), n = 1
-- pgtrigger: set c before update when (EXISTS (SELECT FROM t)) set body = 'x'
-- pgtrigger: set aa set n = 2
--=               ^^ warning[same-column]: what this sets column "n" to before INSERT or UPDATE is lost: trigger "b" fires after it and sets the column again => set the column in one of them
-- pgtrigger: searchvector d (w) from title, body
-- pgtrigger: searchvector ins (x) from at insert
-- pgtrigger: touch upd (stamp)
-- pgtrigger: set later before update set at = 'y'
-- pgtrigger: searchvector by_lang (y) from n_text using lang
--=                        ^^^^^^^ warning[outrun-source]: trigger "lang" fires after this one and still changes column "lang", which is a source of it => give this one a name behind it in the alphabet
-- pgtrigger: set lang set lang = 'pg_catalog.simple'
CREATE TABLE t (id int PRIMARY KEY, title text, body text, n int, n_text text, at text, stamp timestamptz, lang regconfig,
  v tsvector, w tsvector, x tsvector, y tsvector);
-- pgtrigger: set z set title = 'x'
CREATE TABLE u (id int PRIMARY KEY, title text);
CREATE TABLE w (id int PRIMARY KEY, title text, v tsvector);
CREATE FUNCTION fold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := lower(NEW.title); RETURN NEW; END $$;
CREATE TRIGGER z BEFORE INSERT OR UPDATE ON w FOR EACH ROW EXECUTE FUNCTION fold();
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON w FOR EACH ROW EXECUTE FUNCTION fold();
-- pgtrigger: searchvector m on w (v) from title
--=                        ^ warning[outrun-source]: trigger "z" fires after this one and still changes column "title", which is a source of it => give this one a name behind it in the alphabet
--=                        ^ warning[outrun-source]: trigger "zz" fires after this one and still changes column "title", which is a source of it => give this one a name behind it in the alphabet
-- pgtrigger: trigger zz on w before update as $$ BEGIN NEW.title := lower(NEW.title); RETURN NEW; END $$
