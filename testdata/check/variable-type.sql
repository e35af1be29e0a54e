CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "é" int; x nosuchtype; y anyelement; BEGIN RETURN NEW; END $$;
--=                                                                            ^^^^^^^^^^ error[variable-type] 42704: type "nosuchtype" does not exist
--=                                                                                          ^^^^^^^^^^ error[variable-type] 0A000: a variable cannot have pseudo-type anyelement
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION nested() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    DECLARE v nosuch;
--=           ^^^^^^ error[variable-type] 42704: type "nosuch" does not exist
    BEGIN
      NULL;
    END;
  END;
EXCEPTION WHEN OTHERS THEN
  DECLARE w nosuch;
--=         ^^^^^^ error[variable-type] 42704: type "nosuch" does not exist
  BEGIN
    NULL;
  END;
END $$;
