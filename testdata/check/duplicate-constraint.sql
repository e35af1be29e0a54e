-- pgtrigger: protect t_pkey delete deferrable
--=                   ^^^^^^ error[duplicate-constraint] 23505: table "t" has a constraint "t_pkey" already, and a constraint trigger is one too => give it another name
-- pgtrigger: protect "größer_0" delete deferrable initially deferred
--=                   ^^^^^^^^^^^^ error[duplicate-constraint] 23505: table "t" has a constraint "größer_0" already, and a constraint trigger is one too => give it another name
-- pgtrigger: protect t_s_key delete
-- pgtrigger: protect ok delete deferrable
-- pgtrigger: protect idx delete deferrable
CREATE TABLE t (id int PRIMARY KEY, s text UNIQUE, n int CONSTRAINT "größer_0" CHECK (n > 0));
CREATE UNIQUE INDEX idx ON t (n);
-- pgtrigger: protect t_pkey delete deferrable
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE w (id int PRIMARY KEY, n int CONSTRAINT "größer_0" CHECK (n > 0));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER "größer_0" AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
--=                       ^^^^^^^^^^^^ error[duplicate-constraint] 23505: table "w" has a constraint "größer_0" already, and a constraint trigger is one too
CREATE TRIGGER w_pkey AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER "ö" AFTER INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE w ADD CONSTRAINT "ö" CHECK (n > 1);
--=                          ^^^^ error[duplicate-constraint] 42710: constraint "ö" exists already: constraint trigger "ö" has one
