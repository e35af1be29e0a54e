CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
   DO $$ BEGIN EXECUTE 'CREATE TRIGGER "é" AFTER DELETE ON t EXECUTE FUNCTION f()'; END $$;
--=^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[dynamic-sql]: triggers made by dynamic SQL are not followed
   DO $$
--=^^^^^ note[dynamic-sql]: triggers made by dynamic SQL are not followed
BEGIN
  IF 1 < 2 THEN
    CREATE TRIGGER x AFTER DELETE ON t EXECUTE FUNCTION f();
  END IF;
END $$;
DO $$ BEGIN CREATE TRIGGER y AFTER DELETE ON t EXECUTE FUNCTION f(); END $$;
DO $$ BEGIN RAISE NOTICE 'nothing is made'; END $$;
