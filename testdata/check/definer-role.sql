CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old_role text;
BEGIN
    SET ROLE postgres;
--= ^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
    SET LOCAL ROLE TO 'é';
--= ^^^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
    SET SESSION role='x';
--= ^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
    SET SESSION AUTHORIZATION DEFAULT;
--= ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "session_authorization" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
    RESET ROLE;
--= ^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
    RESET SESSION AUTHORIZATION;
--= ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "session_authorization" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  EXECUTE 'SET ROLE NONE';
--=        ^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  PERFORM set_config('ROLE', 'é', true);
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  SELECT set_config('role', 'x', true) INTO old_role;
--=      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  PERFORM set_config('role', 'x', true) FROM t;
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[definer-role]: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  IF NEW.n > 1 THEN
    SET ROLE postgres;
--= ^^^^^^^^^^^^^^^^^ warning[definer-role]: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
  END IF;
  BEGIN
    SET ROLE postgres;
  EXCEPTION WHEN insufficient_privilege THEN
    NULL;
  END;
  old_role := current_setting('role');
  SET LOCAL work_mem = '1MB';
  SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE;
  PERFORM set_config('role.x', 'y', true);
  RESET ALL;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION clause() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET role = x AS $$ BEGIN RETURN NEW; END $$;
--=             ^^^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
CREATE TRIGGER b BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION clause();
-- One that runs with the rights of who fires it can.
CREATE FUNCTION invoker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL ROLE postgres;
  RESET ROLE;
  PERFORM set_config('role', 'x', true);
  RETURN OLD;
END $$;
CREATE TRIGGER c BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION invoker();
