CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'é' USING MESSAGE = 'x'; END $$;
--=                                                                                         ^^^^^^^ error[raise-option] 42601: RAISE option already specified: MESSAGE
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE; END $$;
--=                                                              ^^^^^ error[raise-option] 0Z002: RAISE without parameters cannot be used outside an exception handler
CREATE TRIGGER b BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION g();
--=            ^ warning[truncate-gap]: TRUNCATE gets past this: it empties table "t" and fires no triggers of DELETE
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'x' USING HINT = NULL; END $$;
--=                                                                                               ^^^^ error[raise-option] 22004: RAISE statement option cannot be null
CREATE TRIGGER c BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION h();
CREATE FUNCTION stacked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE m text;
BEGIN
    GET STACKED DIAGNOSTICS m = MESSAGE_TEXT;
--= ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[raise-option] 0Z002: GET STACKED DIAGNOSTICS cannot be used outside an exception handler => leave out STACKED, or write it in a handler
  GET DIAGNOSTICS m = ROW_COUNT;
  BEGIN
    RAISE 'x';
  EXCEPTION WHEN raise_exception THEN
    GET STACKED DIAGNOSTICS m = MESSAGE_TEXT;
  END;
  RETURN NEW;
END $$;
CREATE TRIGGER stacked BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stacked();
