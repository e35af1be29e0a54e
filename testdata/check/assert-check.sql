CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN qty AS int;
CREATE FUNCTION lower(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- pgtrigger: assert "Größe" check (NEW.n > 0)
--=                                   ^^^^^^^^^ warning[assert-check]: this looks at nothing but the row, which a CHECK constraint does at less cost => write ALTER TABLE public\.t ADD CONSTRAINT "Größe" CHECK \(n > 0\)
-- pgtrigger: assert b insert or update check (NEW.m <> 'sad' OR NEW."Größe" IS NOT NULL AND NOT NEW.ok)
--=                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-check]: this looks at nothing but the row, which a CHECK constraint does at less cost => write ALTER TABLE public\.t ADD CONSTRAINT b CHECK \(m <> 'sad' OR "Größe" IS NOT NULL AND NOT ok\)
-- pgtrigger: assert c not ignorable check (NEW.n + NEW.q BETWEEN 1 AND 10 AND length(NEW.s) <= 3 AND upper(NEW.s) IN ('A', 'B') AND NEW.at < NEW.until AND NEW.data IS NOT NULL)
--=                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-check]: this looks at nothing but the row, which a CHECK constraint does at less cost => write ALTER TABLE public\.t ADD CONSTRAINT c CHECK \(n \+ q BETWEEN 1 AND 10 AND length\(s\) <= 3 AND upper\(s\) IN \('A', 'B'\) AND at < until AND data IS NOT NULL\)
-- pgtrigger: assert ok_a deferrable check (NEW.n > 0)
-- pgtrigger: assert ok_b check (NEW.n > 0) when (NEW.ok)
-- pgtrigger: assert ok_c check (NEW.n > 0) message 'no'
-- pgtrigger: assert ok_d insert check (NEW.n > 0)
-- pgtrigger: assert ok_e insert or update of n check (NEW.n > 0)
-- pgtrigger: assert ok_f check (NEW.at > now())
-- pgtrigger: assert ok_g check (NEW.at > NEW.day)
-- pgtrigger: assert ok_h check (NEW.data::text <> '')
-- pgtrigger: assert ok_i check (lower(NEW.s) = NEW.s)
-- pgtrigger: assert ok_j check (NEW.n > (SELECT 1))
-- pgtrigger: assert ok_k check (current_user <> 'x')
-- pgtrigger: assert ok_l update check (NEW.n > OLD.n)
-- pgtrigger: assert ok_m insert or update for each statement check (NEW.n > 0)
-- pgtrigger: assert ok_n check (NEW.n > 0) errcode '23001'
CREATE TABLE t (
  n int, q qty, s text, m mood, ok boolean, at timestamptz, until timestamptz, day date, data json, "Größe" int
);
