CREATE TABLE t (id int PRIMARY KEY, "é" int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER tr AFTER UPDATE OF "é" ON t EXECUTE FUNCTION f();
CREATE TRIGGER tw AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.b = 1) EXECUTE FUNCTION f();
DROP FUNCTION f();
--=           ^ error[dependent-trigger] 2BP01: function "f" cannot be dropped: trigger "tr" of "t" executes it => drop the trigger first, or add CASCADE
ALTER TABLE t DROP COLUMN "é";
--=           ^^^^^^^^^^^^^^^^ error[dependent-trigger] 2BP01: column "é" cannot be dropped: trigger "tr" names it => drop the trigger first; CASCADE would drop it too
ALTER TABLE t DROP COLUMN b;
--=           ^^^^^^^^^^^^^ error[dependent-trigger] 2BP01: column "b" cannot be dropped: trigger "tw" names it => drop the trigger first; CASCADE would drop it too
ALTER TABLE t ALTER COLUMN b TYPE bigint;
--=           ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[dependent-trigger] 0A000: the type of column "b" cannot be altered: trigger "tw" names it => drop the trigger first and create it again after
DROP TRIGGER tr ON t;
ALTER TABLE t DROP COLUMN "é";
CREATE TABLE p (id int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TRIGGER cloned AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER cloned ON p1;
--=                    ^^ error[dependent-trigger] 2BP01: trigger "cloned" of partition "p1" cannot be dropped: it is a clone of that of "p" => drop the trigger of "p"
ALTER TRIGGER cloned ON p1 RENAME TO other;
--=           ^^^^^^ error[dependent-trigger] XX000: trigger "cloned" of partition "p1" cannot be renamed: it is a clone of that of "p" => rename the trigger of "p"
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION is_fine(int, text DEFAULT 'é') RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE u (id int, name text);
CREATE TRIGGER tu AFTER UPDATE ON u FOR EACH ROW WHEN (is_fine(NEW.id) AND NEW.name::mood = 'a') EXECUTE FUNCTION f();
DROP FUNCTION is_fine;
--=           ^^^^^^^ error[dependent-trigger] 2BP01: function "is_fine" cannot be dropped: trigger "tu" of "u" calls it in WHEN => drop the trigger first, or add CASCADE
DROP TYPE mood;
--=       ^^^^ error[dependent-trigger] 2BP01: type "mood" cannot be dropped: trigger "tu" of "u" names it in WHEN => drop the trigger first, or add CASCADE
DROP FUNCTION is_fine CASCADE;
DROP TYPE mood;
CREATE SEQUENCE "Zähler";
CREATE TABLE o (id serial);
CREATE TABLE w (id int, r oid);
CREATE VIEW seen AS SELECT 1 AS x;
CREATE TRIGGER ta AFTER UPDATE ON w FOR EACH ROW WHEN (nextval('public."Zähler"') > NEW.id) EXECUTE FUNCTION f();
CREATE TRIGGER tb AFTER UPDATE ON w FOR EACH ROW WHEN (currval('o_id_seq') > NEW.id) EXECUTE FUNCTION f();
CREATE TRIGGER tc AFTER UPDATE ON w FOR EACH ROW WHEN (NEW.r = 'seen'::regclass AND NEW.r <> regclass 'w') EXECUTE FUNCTION f();
DROP SEQUENCE "Zähler";
--=           ^^^^^^^^^ error[dependent-trigger] 2BP01: sequence "Zähler" cannot be dropped: trigger "ta" of "w" names it in WHEN => drop the trigger first, or add CASCADE
DROP TABLE o;
--=        ^ error[dependent-trigger] 2BP01: table "o" cannot be dropped: trigger "tb" of "w" names it in WHEN
DROP VIEW IF EXISTS seen;
--=                 ^^^^ error[dependent-trigger] 2BP01: view "seen" cannot be dropped: trigger "tc" of "w" names it in WHEN
DROP SEQUENCE "Zähler" CASCADE;
DROP TRIGGER ta ON w;
--=                ^ error[unknown-trigger] 42704: table "w" has no trigger "ta"
DROP TABLE w, o;
