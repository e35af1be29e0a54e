CREATE SCHEMA billing;
CREATE FUNCTION biling.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
--=             ^^^^^^^^ error[unknown-schema] 3F000: schema "biling" does not exist => did you mean "billing"\?
CREATE TABLE biling.again (id int);
CREATE TABLE nosuch.t (id int);
--=          ^^^^^^^^ error[unknown-schema] 3F000: schema "nosuch" does not exist
CREATE TYPE else_where.kind AS ENUM ('a');
--=         ^^^^^^^^^^^^^^^ error[unknown-schema] 3F000: schema "else_where" does not exist
CREATE TABLE billing.ok (id int);
CREATE TABLE later.ok (id int);
CREATE SCHEMA later;
CREATE TABLE public.ok (id int);
-- What a platform brings is not in the DDL, until it is.
CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users (id), name text);
CREATE FUNCTION signed_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE level auth.aal_level; who auth.users; mail auth.users.email%TYPE;
BEGIN
  PERFORM 1 FROM storage.objects AS o WHERE o.owner = auth.uid();
  PERFORM net.http_post('https://example.com', to_jsonb(NEW));
  PERFORM autj.uid();
--=       ^^^^^^^^ error[no-function] 3F000: schema "autj" does not exist
  PERFORM 1 FROM vault.keys;
--=              ^^^^^^^^^^ error[unknown-table] 42P01: relation "vault.keys" does not exist
  RETURN NEW;
END $$;
CREATE TRIGGER signed_up AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION signed_up();
CREATE TRIGGER named AFTER INSERT ON profiles FOR EACH ROW EXECUTE FUNCTION signed_up();
CREATE TRIGGER no_vault AFTER INSERT ON vault.keys FOR EACH ROW EXECUTE FUNCTION signed_up();
--=                                     ^^^^^^^^^^ error[unknown-table] 3F000: table "vault.keys" does not exist
DROP TRIGGER IF EXISTS signed_up ON auth.users;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
CREATE SCHEMA vault;
