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
