CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger "weg_é"
--=                   ^^^^^^^^ error[dead-trigger]: the trigger below is dropped, replaced or renamed later => put the directive above the statement that makes it last
CREATE TRIGGER "weg_é" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER "weg_é" ON t;
-- pgtrigger: trigger replaced
--=                   ^^^^^^^^ error[dead-trigger]: the trigger below is dropped, replaced or renamed later => put the directive above the statement that makes it last
CREATE TRIGGER replaced BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE OR REPLACE TRIGGER replaced BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger
--=           ^^^^^^^ error[dead-trigger]: the trigger below is dropped, replaced or renamed later => put the directive above the statement that makes it last
CREATE TRIGGER renamed BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TRIGGER renamed ON t RENAME TO other;
CREATE TRIGGER ok BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger
CREATE OR REPLACE TRIGGER ok BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE gone (id int PRIMARY KEY);
-- pgtrigger: trigger of_gone
--=                   ^^^^^^^ error[dead-trigger]: table "gone", whose trigger this is, does not exist at the end of the schema => remove the directive with its table
CREATE TRIGGER of_gone BEFORE UPDATE ON gone FOR EACH ROW EXECUTE FUNCTION f();
DROP TABLE gone;
