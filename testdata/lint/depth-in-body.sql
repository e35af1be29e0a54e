CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF pg_trigger_depth() = 0 THEN NEW.n := 1; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^ warning[depth-in-body]: this is always false: pg_trigger_depth\(\) is at least 1 in a trigger's function => compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way
  IF NEW.n = 1 AND pg_catalog.pg_trigger_depth() > 0 THEN NEW.n := 1; END IF;
--=                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[depth-in-body]: this is always true: pg_trigger_depth\(\) is at least 1 in a trigger's function => compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way
  IF pg_trigger_depth() < 1 THEN NEW.n := 1; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^ warning[depth-in-body]: this is always false: pg_trigger_depth\(\) is at least 1 in a trigger's function => compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way
  IF pg_trigger_depth() = 1 OR pg_trigger_depth() > 1 OR 2 <= pg_trigger_depth() OR pg_trigger_depth() <> 2 THEN NEW.n := 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION a();
-- pgtrigger: trigger c on t before update as $$ BEGIN IF pg_trigger_depth() = 0 THEN NEW.n := 1; END IF; RETURN NEW; END $$
--=                                                       ^^^^^^^^^^^^^^^^^^^^^^ warning[depth-in-body]: this is always false: pg_trigger_depth\(\) is at least 1 in a trigger's function => compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way
-- pgtrigger: run d on t after update do (DELETE FROM t WHERE pg_trigger_depth() < 1)
--=                                                           ^^^^^^^^^^^^^^^^^^^^^^ warning[depth-in-body]: this is always false: pg_trigger_depth\(\) is at least 1 in a trigger's function => compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way
-- pgtrigger: run e on t after update when (pg_trigger_depth() < 1) do (DELETE FROM t WHERE pg_trigger_depth() = 1)
