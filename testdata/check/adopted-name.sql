CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger tr2
--=                   ^^^ error[adopted-name]: the trigger below is called "tr" => write tr, or no name
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger tür
--=                   ^^^^ error[adopted-name]: the trigger below is called "Tür" => write "Tür", or no name
CREATE TRIGGER "Tür" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger OK
CREATE TRIGGER ok BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger "Ok"
CREATE TRIGGER "Ok" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger
CREATE TRIGGER no_name BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: protect other delete on t
CREATE TRIGGER another BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
