-- pgtrigger: protect a update when (NEW."état" NOT IN ('a', 'b'))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "état" can be NULL, and NULL passes: NOT IN is not true then => add OR NEW."état" IS NULL
-- pgtrigger: protect ok_a update when (NEW.req NOT IN ('a', 'b'))
-- pgtrigger: run ok_b after update when (NEW.s NOT IN ('a', 'b')) do (DELETE FROM other)
CREATE TABLE t (id int PRIMARY KEY, s text, "état" text, req text NOT NULL, checked text CHECK (checked IS NOT NULL), filled text, kind text, n int);
CREATE TABLE other (id int NOT NULL, parent int, free int);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (OLD.s, NEW.s) NOT IN (('a', 'b'), ('b', 'c')) THEN RAISE 'no'; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL, and NULL passes: NOT IN is not true then => add OR NEW.s IS NULL
  IF TG_OP = 'UPDATE' AND NOT (NEW.s IN ('a', 'b')) THEN RAISE EXCEPTION 'no'; END IF;
--=                            ^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL, and NULL passes: this is not true then
  IF lower(NEW.s)::text <> ALL (ARRAY['a'::text, 'b'::text]) THEN RAISE NOTICE 'x'; RAISE 'no'; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL
  CASE WHEN NOT (NEW.s = ANY (ARRAY['a', 'b'])) THEN RAISE 'no'; ELSE NULL; END CASE;
--=              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL
  -- Those that a NULL switches off.
  IF NEW.n NOT IN (SELECT parent FROM other) THEN RAISE 'no'; END IF;
--=                       ^^^^^^ warning[null-not-in]: column "parent" can be NULL, and with one NULL in the subquery NOT IN is never true => write NOT EXISTS, or add WHERE parent IS NOT NULL
  DELETE FROM other WHERE id NOT IN (1, NULL);
--=                                     ^^^^ warning[null-not-in]: with NULL in the list NOT IN is never true => leave NULL out
  -- No guards, no NULL, or thought of.
  IF NEW.s NOT IN ('a', 'b') THEN NEW.filled := 'x'; END IF;
  IF NEW.s NOT IN ('a', 'b') THEN RAISE WARNING 'odd'; END IF;
  IF NEW.s IN ('a', 'b') THEN RAISE 'no'; END IF;
  IF NEW.req NOT IN ('a') OR NEW.checked NOT IN ('a') OR NEW.filled NOT IN ('a') THEN RAISE 'no'; END IF;
  IF coalesce(NEW.s, '') NOT IN ('a', 'b') THEN RAISE 'no'; END IF;
  IF NEW.kind IS NOT NULL AND NEW.kind NOT IN ('a', 'b') THEN RAISE 'no'; END IF;
  IF NEW.n NOT IN (SELECT id FROM other) OR NEW.n NOT IN (SELECT free FROM other WHERE free > 1) THEN RAISE 'no'; END IF;
  IF NEW.n NOT IN (1, 2) IS NOT FALSE THEN RAISE 'no'; END IF;
  IF NEW.s NOT IN ('a', 'b') THEN IF NEW.n = 1 THEN RAISE 'no'; END IF; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER g BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE TRIGGER refuse AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.s NOT IN ('a', 'b')) EXECUTE FUNCTION refuse();
--=                                                        ^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL, and NULL passes
CREATE FUNCTION counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM other; RETURN NULL; END $$;
CREATE TRIGGER counts AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.s NOT IN ('a', 'b')) EXECUTE FUNCTION counts();
-- pgtrigger: trigger own on t after update as $$ BEGIN IF NEW.s NOT IN ('a', 'b') THEN RAISE 'no'; END IF; RETURN NULL; END $$
--=                                                        ^^^^^^^^^^^^^^^^^^^^^^^ warning[null-not-in]: column "s" can be NULL
