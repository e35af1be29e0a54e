-- pgtrigger: history log into t_history keep both context
--=                            ^^^^^^^^^ error[history-column] 23502: column "a" of event table "t_history" is NOT NULL, and that of "t" is not => ALTER TABLE public\.t_history ALTER COLUMN a DROP NOT NULL
--=                            ^^^^^^^^^ error[history-column] 428C9: column "c" of event table "t_history" is generated, and cannot be written => ALTER TABLE public\.t_history ALTER COLUMN c DROP EXPRESSION
--=                            ^^^^^^^^^ error[history-column] 428C9: column "d" of event table "t_history" is an identity, and cannot be written => ALTER TABLE public\.t_history ALTER COLUMN d DROP IDENTITY
--=                            ^^^^^^^^^ error[history-column] 23502: column "note" of event table "t_history" is NOT NULL and has no default, and events have no value for it => ALTER TABLE public\.t_history ALTER COLUMN note DROP NOT NULL, or give it a default
--=                            ^^^^^^^^^ error[history-column] 42703: event table "t_history" has no column "b" => ALTER TABLE public\.t_history ADD COLUMN b numeric
--=                            ^^^^^^^^^ error[history-column] 42703: event table "t_history" has no column "history_at" => ALTER TABLE public\.t_history ADD COLUMN history_at timestamp with time zone
CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  b numeric(8, 2),
  c int,
  d int
);
CREATE TABLE t_history (
  history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  history_op text NOT NULL,
  history_row text,
  history_context text,
  id int NOT NULL,
  a text NOT NULL,
  c int GENERATED ALWAYS AS (1) STORED,
  d int GENERATED ALWAYS AS IDENTITY,
  note text NOT NULL,
  seen boolean NOT NULL DEFAULT false
);
-- pgtrigger: history clash into clash_history
--=                              ^^^^^^^^^^^^^ error[history-column] 42701: column "history_op" of table "clash" has the name of a column that tells of events => leave it out with EXCEPT, or rename it
CREATE TABLE clash (id int PRIMARY KEY, history_op text);
-- pgtrigger: history pk into pk_history
--=                           ^^^^^^^^^^ error[history-column] 23502: column "region" of event table "pk_history" is NOT NULL and has no default => give it a default
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE pk_history (history_id bigserial, history_op text, history_at timestamptz, id int, region text, PRIMARY KEY (region, history_id));
