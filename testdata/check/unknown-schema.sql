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
