-- TRUNCATE fires no triggers of DELETE.
-- pgtrigger: protect append_only update or delete
--=                   ^^^^^^^^^^^ note[truncate-gap]: TRUNCATE gets past this: it empties table "log" and fires no triggers of DELETE => add OR TRUNCATE
CREATE TABLE log (id int PRIMARY KEY);
-- pgtrigger: protect "All" delete for each statement
--=                   ^^^^^ note[truncate-gap]: TRUNCATE gets past this: it empties table "trees" and fires no triggers of DELETE => add OR TRUNCATE
CREATE TABLE trees (id int PRIMARY KEY, parent int REFERENCES trees);

-- pgtrigger: protect ok delete or truncate
CREATE TABLE whole (id int PRIMARY KEY);
-- pgtrigger: protect ok delete
-- pgtrigger: protect ok_b truncate
CREATE TABLE apart (id int PRIMARY KEY);
-- Some rows may go, or what refers to the table has to be named too.
-- pgtrigger: protect ok delete when (OLD.id > 1)
-- pgtrigger: protect ok_b delete when (EXISTS (SELECT FROM log))
-- pgtrigger: protect ok_c update
CREATE TABLE several (id int PRIMARY KEY);
-- pgtrigger: protect ok delete
CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE children (id int PRIMARY KEY REFERENCES parents);
-- pgtrigger: protect ok delete
CREATE TABLE handled (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON handled EXECUTE FUNCTION f();

CREATE FUNCTION sometimes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RAISE 'no'; END $$;
CREATE TABLE hand (id int PRIMARY KEY);
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hand FOR EACH ROW EXECUTE FUNCTION f();
--=            ^^^^ warning[truncate-gap]: TRUNCATE gets past this: it empties table "hand" and fires no triggers of DELETE => add a trigger BEFORE TRUNCATE
CREATE TABLE hand_b (id int PRIMARY KEY);
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON hand_b FOR EACH ROW EXECUTE FUNCTION sometimes();
-- pgtrigger: trigger keep before delete as $$ BEGIN RAISE 'no'; END $$
--=                   ^^^^ note[truncate-gap]: TRUNCATE gets past this: it empties table "body" and fires no triggers of DELETE => add a trigger BEFORE TRUNCATE
CREATE TABLE body (id int PRIMARY KEY);
