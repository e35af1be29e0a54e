-- DDL in DO blocks: what runs in any case, what is guarded, what is left.
CREATE TABLE shelf (id int PRIMARY KEY, label text);
CREATE TABLE book (id int, shelf_id int, title text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

DO $$
DECLARE
  n int := CASE WHEN true THEN 1 ELSE 2 END;
BEGIN
  -- CREATE TABLE comment ();
  ALTER TABLE book ADD COLUMN isbn text;
  n := CASE n WHEN 1 THEN 2 END;
  CREATE TABLE loan (
    id bigint GENERATED ALWAYS AS IDENTITY,
    book_id int NOT NULL
  );
END;
$$;

DO LANGUAGE plpgsql $do$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'stamp_book') THEN
    CREATE TRIGGER stamp_book BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION stamp();
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'stamp_book') THEN
    CREATE TRIGGER stamp_book BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION stamp();
  END IF;
  IF to_regclass('public.loan') IS NULL THEN
    CREATE TABLE loan (other text);
  ELSIF 1 = 2 THEN
    DROP TABLE loan;
  ELSE
    RAISE NOTICE 'there';
  END IF;
END
$do$;

DO $$
BEGIN
  CREATE TYPE genre AS ENUM ('novel', 'atlas');
EXCEPTION
  WHEN duplicate_object THEN DROP TABLE book;
END $$;
DO $$
BEGIN
  CREATE TYPE genre AS ENUM ('other');
EXCEPTION
  WHEN duplicate_object THEN NULL;
END $$;

DO $$ <<outer>>
DECLARE r record;
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'book'::regclass AND attname = 'title') THEN
    ALTER TABLE book RENAME COLUMN title TO name;
  END IF;
  BEGIN
    ALTER TABLE shelf ADD CONSTRAINT shelf_label UNIQUE (label);
  EXCEPTION WHEN duplicate_table OR duplicate_object THEN
    RAISE NOTICE 'there';
  END;
  FOR r IN SELECT CASE WHEN true THEN 1 END WHERE false LOOP
    DROP TABLE shelf;
  END LOOP;
  WHILE false LOOP
    DROP TABLE shelf;
  END LOOP;
  CASE WHEN 1 = 1 THEN NULL;
  ELSE DROP TABLE shelf;
  END CASE;
  IF 1 = 2 THEN
    DROP TABLE book;
  END IF;
  ALTER TABLE loan ADD COLUMN genre genre DEFAULT 'novel', ADD CHECK (book_id > 0);
  ALTER TABLE loan DISABLE TRIGGER USER;
END outer $$;

ALTER TABLE book DISABLE TRIGGER stamp_book;
