CREATE TABLE t (id int PRIMARY KEY, s text, b bytea);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.s := 'é' || encode('\x00', 'foo');
--=                               ^^^^^ error[unknown-encoding] 22023: unrecognized encoding: "foo"
  NEW.b := pg_catalog.decode('00', 'bse64');
--=                                ^^^^^^^ error[unknown-encoding] 22023: unrecognized encoding: "bse64" => did you mean "base64"\?
  IF NEW.s = '' THEN NEW.s := encode(NEW.b, ''); END IF;
--=                                         ^^ warning[unknown-encoding]: unrecognized encoding: ""
  NEW.s := CASE WHEN NEW.b IS NULL THEN '' ELSE encode(NEW.b, 'utf8') END;
--=                                                           ^^^^^^ warning[unknown-encoding]: unrecognized encoding: "utf8"
  NEW.s := encode(NEW.b, 'HEX') || encode(NEW.b, 'base64') || encode(NEW.b, 'escape') || encode(NEW.b, NEW.s) || encode(NULL, 'foo');
  BEGIN NEW.b := decode(NEW.s, 'foo'); EXCEPTION WHEN invalid_parameter_value THEN NULL; END;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
