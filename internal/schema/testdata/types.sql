-- Types of all kinds, and columns of them.
CREATE SCHEMA s;
CREATE TYPE status AS ENUM ('draft', 'published');
ALTER TYPE status ADD VALUE 'archived';
ALTER TYPE status ADD VALUE 'review' BEFORE 'published';
ALTER TYPE status ADD VALUE 'late' AFTER 'review';
ALTER TYPE status ADD VALUE IF NOT EXISTS 'late';
ALTER TYPE status RENAME VALUE 'draft' TO 'new';
CREATE TYPE s.empty AS ENUM ();
CREATE DOMAIN email AS varchar(100) NOT NULL CHECK (VALUE <> '');
CREATE DOMAIN s.work AS email;
CREATE TYPE addr AS (street text, zip char(5), st status);
ALTER TYPE addr ADD ATTRIBUTE country text, DROP ATTRIBUTE zip, ALTER ATTRIBUTE street TYPE varchar(30);
ALTER TYPE addr RENAME ATTRIBUTE country TO land;
CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TYPE s.span AS RANGE (subtype = date);
CREATE TABLE t (
  a status DEFAULT 'new', b status[], c email, d s.work, e addr[][], f floatrange, g s.span,
  h int[], i "char", j char, k character varying, l char(3)[], m bit, n bit varying(5), o time(3), p timetz, q timestamp(2) without time zone,
  r interval, s interval day to second(3), t interval(2), u interval year to month, v numeric, w decimal(5), x dec(6,2), y float(10), z float(30), aa real,
  ab double precision, ac _int4, ad json, ae jsonb, af uuid, ag bytea, ah inet, ai int4range, aj tsvector, ak oid, al regclass, am name, an pg_catalog.int8,
  ao int ARRAY, ap text ARRAY[3], aq national character varying(4), ar bpchar, at xml, au point, av money, aw datemultirange, ax bool, ay macaddr8,
  az interval hour, ba timestamptz(0), bb nchar(3)
);
CREATE TABLE rows_of (r t, rr t[]);
CREATE TABLE of_addr OF addr (PRIMARY KEY (street), land WITH OPTIONS NOT NULL DEFAULT 'x');
ALTER TYPE status RENAME TO state;
ALTER DOMAIN email RENAME TO mail;
ALTER TYPE state SET SCHEMA s;
ALTER TABLE t RENAME TO tt;
CREATE TYPE status AS ENUM ('x');
CREATE TABLE w (a status, b status[], c int);
DROP TYPE status CASCADE;
CREATE FUNCTION takes(a tt, b s.state, OUT c int, VARIADIC d text[]) LANGUAGE sql AS 'SELECT 1';
CREATE TABLE two (a s.state);
ALTER SCHEMA s RENAME TO s2;
