CREATE TYPE mood AS ENUM ('x');
-- pgtrigger: protect a delete when (OLD.s::txet = 'x')
--=                                         ^^^^ error[unknown-type] 42704: type "txet" does not exist
-- pgtrigger: protect b delete when ('é' = '' OR CAST(OLD.s AS "Text") = 'x')
--=                                                             ^^^^^^ error[unknown-type] 42704: type "Text" does not exist
-- pgtrigger: protect d delete when (OLD.s '{}')
--=                                  ^^^^^ error[unknown-type] 3F000: type "old\.s" does not exist
-- pgtrigger: protect e delete when (OLD.s::nope.mood = 'x' OR OLD.s::public.modo = 'x')
--=                                         ^^^^^^^^^ error[unknown-type] 3F000: type "nope\.mood" does not exist => did you mean "mood"\?
--=                                                                   ^^^^^^^^^^^ error[unknown-type] 42704: type "public\.modo" does not exist => did you mean "mood"\?
-- pgtrigger: set c set s = NEW.n::mod
--=                                ^^^ error[unknown-type] 42704: type "mod" does not exist => did you mean "mood"\?
-- pgtrigger: protect ok delete when (OLD.s::mood = 'x' AND OLD.s::varchar(3) = 'x' AND OLD.s::int[] IS NULL AND OLD.n::double precision = 1 AND OLD.s::t IS NULL)
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE SCHEMA far;
CREATE TYPE far.away AS ENUM ('a');
CREATE FUNCTION in_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 'é'::nosuch;
--=             ^^^^^^ error[unknown-type] 42704: type "nosuch" does not exist
  PERFORM CAST('a' AS public.away);
--=                   ^^^^^^^^^^^ error[unknown-type] 42704: type "public\.away" does not exist => did you mean "away"\?
  PERFORM NULL::nowhere.ty[];
--=             ^^^^^^^^^^^^ error[unknown-type] 3F000: type "nowhere\.ty" does not exist
  PERFORM 'a'::away, 'a'::far.away, 'x'::pg_catalog.text;
  RETURN NEW;
END $$;
CREATE TABLE in_body (id int PRIMARY KEY);
CREATE TRIGGER in_body BEFORE INSERT ON in_body FOR EACH ROW EXECUTE FUNCTION in_body();
