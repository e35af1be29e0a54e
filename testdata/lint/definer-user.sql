CREATE TABLE t (id int PRIMARY KEY, who text);
CREATE TABLE t2 (id int PRIMARY KEY, who text);
CREATE TABLE t3 (id int PRIMARY KEY, who text);
CREATE TABLE t4 (id int PRIMARY KEY, who text);
CREATE TABLE log (id int, who text DEFAULT current_user, at timestamptz DEFAULT now());
CREATE TABLE other (id int, who text DEFAULT session_user);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN NEW.who := current_user; RETURN NEW; END $$;
--=                                                                                                                            ^^^^^^^^^^^^ warning[definer-user]: current_user is the owner of the function here, not who fires the trigger => write session_user
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DECLARE me text := USER; BEGIN
--=                                                                                                                              ^^^^ warning[definer-user]: user is the owner of the function here
  INSERT INTO log (id, who) SELECT NEW.id, 'é' || CURRENT_ROLE || '/' || session_user;
--=                                                ^^^^^^^^^^^^ warning[definer-user]: current_role is the owner of the function here
  INSERT INTO log (id) VALUES (NEW.id);
--=           ^^^ warning[definer-user]: the default of column "who", current_user, is the owner of the function here, not who fires the trigger => name the column
  IF NOT pg_has_role(current_user, 'admin', 'MEMBER') THEN RAISE 'no'; END IF;
--=                  ^^^^^^^^^^^^ warning[definer-user]: current_user is the owner of the function here
  RETURN NULL;
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.who := current_user; RETURN NEW; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  IF session_user <> current_user::text THEN NEW.who := session_user; END IF;
  INSERT INTO log (id, who) VALUES (NEW.id, current_setting('role'));
  INSERT INTO log VALUES (NEW.id, 'é', DEFAULT);
  INSERT INTO other (id) VALUES (NEW.id);
  RETURN NEW;
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET role = 'app' AS $$ BEGIN NEW.who := current_user; RETURN NEW; END $$;
--=             ^^^^ error[definer-role] 42501: cannot set parameter "role" within security-definer function => a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER b2 AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER ok_a BEFORE INSERT ON t3 FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b BEFORE INSERT ON t2 FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c BEFORE INSERT ON t4 FOR EACH ROW EXECUTE FUNCTION ok_c();
