-- A view's triggers for each statement fire only beside one INSTEAD OF the event.
CREATE TABLE docs (id int PRIMARY KEY, name text);
-- pgtrigger: protect no_edit update or delete for each statement
--=                   ^^^^^^^ warning[unfired-trigger]: this never fires: view "plain" has no trigger INSTEAD OF UPDATE => put it at the table behind the view
--=                   ^^^^^^^ warning[unfired-trigger]: this never fires: view "plain" has no trigger INSTEAD OF DELETE => put it at the table behind the view
CREATE VIEW plain AS SELECT id, name FROM docs;

-- pgtrigger: protect no_insert insert for each statement
-- pgtrigger: run note after update for each statement do (DELETE FROM docs)
-- pgtrigger: run write instead of insert do (INSERT INTO docs (id) VALUES (NEW.id))
CREATE VIEW written AS SELECT id, name FROM docs;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER by_hand INSTEAD OF UPDATE ON written FOR EACH ROW EXECUTE FUNCTION f();

-- Hand-written ones. Nothing is said of those that do nothing.
CREATE TABLE log (msg text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_NAME); RETURN NEW; END $$;
CREATE VIEW names AS SELECT id, name FROM docs;
CREATE TRIGGER seen AFTER INSERT ON names FOR EACH STATEMENT EXECUTE FUNCTION note();
--=                       ^^^^^^ warning[unfired-trigger]: trigger "seen" never fires for this: view "names" has no trigger INSTEAD OF INSERT => put it at the table behind the view
CREATE TRIGGER idle AFTER INSERT ON names EXECUTE FUNCTION f();
CREATE TRIGGER late BEFORE UPDATE OR DELETE ON written EXECUTE FUNCTION note();
--=                                  ^^^^^^ warning[unfired-trigger]: trigger "late" never fires for this: view "written" has no trigger INSTEAD OF DELETE => put it at the table behind the view

-- A statement on a partitioned table fires no triggers of its partitions for each statement.
CREATE TABLE whole (id int) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF whole FOR VALUES IN (1);
CREATE TRIGGER passed AFTER INSERT ON part EXECUTE FUNCTION note();
--=            ^^^^^^ warning[unfired-trigger]: this fires only for statements that name "part": one on "whole", which it is a partition of, does not fire it => write FOR EACH ROW, or put one at "whole" too
CREATE TRIGGER each_row AFTER INSERT ON part FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER emptied AFTER TRUNCATE ON part EXECUTE FUNCTION note();
CREATE TRIGGER idle AFTER INSERT ON part EXECUTE FUNCTION f();
CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_NAME); RETURN NEW; END $$;
CREATE TRIGGER of_part AFTER INSERT ON part EXECUTE FUNCTION twice();
CREATE TRIGGER of_whole AFTER INSERT ON whole EXECUTE FUNCTION twice();

-- Tables that inherit have no triggers by that.
CREATE TABLE base (id int, at timestamptz);
CREATE TABLE kid () INHERITS (base);
CREATE TABLE other_kid () INHERITS (base);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE FUNCTION spread() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO kid VALUES (NEW.*); RETURN NULL; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON base FOR EACH ROW EXECUTE FUNCTION touch();
--=            ^^^^^ warning[unfired-trigger]: this does not fire for rows of "kid", which inherits from "base": triggers are not inherited => write a trigger like it for each table that inherits
CREATE TRIGGER touch BEFORE UPDATE ON other_kid FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER spread BEFORE INSERT ON base FOR EACH ROW EXECUTE FUNCTION spread();
CREATE TRIGGER for_all AFTER UPDATE ON base EXECUTE FUNCTION note();
CREATE TRIGGER noted AFTER DELETE ON base FOR EACH ROW EXECUTE FUNCTION note();
--=            ^^^^^ warning[unfired-trigger]: this does not fire for rows of "kid", "other_kid", which inherit from "base": triggers are not inherited
