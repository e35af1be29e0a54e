CREATE DOMAIN short AS text CHECK (length(VALUE) < 5);
CREATE TYPE mood AS ENUM ('good');
-- pgtrigger: history log into t_history
--=                            ^^^^^^^^^ error[history-type]: column "at" of event table "t_history" is of type timestamp without time zone, which does not hold every timestamp with time zone => ALTER TABLE public\.t_history ALTER COLUMN at TYPE timestamp with time zone
--=                            ^^^^^^^^^ error[history-type]: column "history_at" of event table "t_history" is of type date, which does not hold every timestamp with time zone => ALTER TABLE public\.t_history ALTER COLUMN history_at TYPE timestamp with time zone
--=                            ^^^^^^^^^ error[history-type]: column "id" of event table "t_history" is of type integer, which does not hold every bigint => ALTER TABLE public\.t_history ALTER COLUMN id TYPE bigint
--=                            ^^^^^^^^^ error[history-type]: column "m" of event table "t_history" is of type mood\[\], which does not hold every mood => ALTER TABLE public\.t_history ALTER COLUMN m TYPE public\.mood
--=                            ^^^^^^^^^ error[history-type]: column "name" of event table "t_history" is of type character varying\(20\), which does not hold every character varying\(40\) => ALTER TABLE public\.t_history ALTER COLUMN name TYPE character varying
--=                            ^^^^^^^^^ error[history-type]: column "price" of event table "t_history" is of type numeric\(9,2\), which does not hold every numeric\(10,2\) => ALTER TABLE public\.t_history ALTER COLUMN price TYPE numeric
--=                            ^^^^^^^^^ error[history-type]: column "s" of event table "t_history" is of type integer, which does not hold every short => ALTER TABLE public\.t_history ALTER COLUMN s TYPE text
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(40), price numeric(10, 2), at timestamptz, m mood, s short, tags text[]);
CREATE TABLE t_history (
  history_id bigserial PRIMARY KEY, history_op text, history_at date,
  id int, name varchar(20), price numeric(9, 2), at timestamp, m mood[], s int, tags text
);
-- pgtrigger: history fine into fine_history
CREATE TABLE fine (id int PRIMARY KEY, name varchar(40), price numeric(10, 2), m mood, s short, j json, b boolean, r real);
CREATE TABLE fine_history (
  history_id uuid PRIMARY KEY DEFAULT gen_random_uuid(), history_op varchar NOT NULL, history_at timestamptz NOT NULL DEFAULT now(),
  id bigint, name text, price numeric, m text, s short, j jsonb, b text, r double precision
);
-- pgtrigger: history narrow into narrow_history
--=                               ^^^^^^^^^^^^^^ error[history-type]: column "s" of event table "narrow_history" is of type short, which does not hold every text => ALTER TABLE public\.narrow_history ALTER COLUMN s TYPE text
CREATE TABLE narrow (id int PRIMARY KEY, s text);
CREATE TABLE narrow_history (
  history_id bigserial, history_op text, history_at timestamptz, id int, s short
);
