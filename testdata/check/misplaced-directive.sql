-- pgtrigger: protect a delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
SET search_path = public;
-- pgtrigger: protect b delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
CREATE DOMAIN dm AS int;
-- pgtrigger: protect b2 delete

-- a comment between, and an empty line, are no harm
-- pgtrigger: protect ok delete

CREATE TABLE t (
  id int PRIMARY KEY, -- pgtrigger: readonly ok_id
  n  int
); -- pgtrigger: protect c delete
--=   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive stands behind a statement, and so belongs to nothing => put it above the statement
-- pgtrigger: protect d delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: a directive above a function does not say which table it is for => write ON table
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger e before update
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: a directive above a function does not say which table it is for => write ON table
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: protect f delete
--=           ^^^^^^^ error[misplaced-directive]: only the kind trigger can stand above a CREATE TRIGGER, not protect => write -- pgtrigger: trigger "Tür", or name a table with ON
CREATE TRIGGER "Tür" BEFORE UPDATE ON t EXECUTE FUNCTION f();
-- pgtrigger: protect h delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- pgtrigger: protect i delete
--=                   ^ error[wrong-relation] 42809: a materialized view cannot have triggers, and "mv" is one
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
-- pgtrigger: protect j delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
CREATE SEQUENCE s;
-- pgtrigger: protect k delete
ALTER TABLE t ADD COLUMN m int;
-- pgtrigger: protect k2 delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
CREATE TYPE ct AS (a int);
ALTER TABLE t ADD COLUMN o int -- pgtrigger: readonly l
;
ALTER TABLE t ALTER m SET NOT NULL; -- pgtrigger: readonly mm
--=                                    ^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive stands behind a statement, and so belongs to nothing => put it above the statement
-- pgtrigger: readonly which
--=^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing
ALTER TABLE t ADD COLUMN one int, ADD COLUMN two int;
COMMENT ON TABLE t IS 'é'; -- pgtrigger: protect m delete
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive stands behind a statement, and so belongs to nothing => put it above the statement
-- pgtrigger: protect n delete on t
DO $$ BEGIN NULL; END $$;
-- pgtrigger: protect o delete
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[misplaced-directive]: this directive belongs to nothing => put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON
