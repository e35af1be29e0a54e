-- pgtrigger: protect a delete
-- pgtrigger: protect a insert
--=                   ^ error[duplicate-trigger] 42710: table "t" has a trigger "a" already => give it another name
-- pgtrigger: protect A update
--=                   ^ error[duplicate-trigger] 42710: table "t" has a trigger "a" already => give it another name
-- pgtrigger: protect "A" update
-- pgtrigger: protect hand delete
--=                   ^^^^ error[duplicate-trigger] 42710: table "t" has a trigger "hand" already => give it another name, drop the other one, or adopt it: put `-- pgtrigger: trigger` above it
-- pgtrigger: fsm flow (s) a -> b initial a
-- pgtrigger: protect flow_insert delete
--=                   ^^^^^^^^^^^ error[duplicate-trigger] 42710: table "t" has a trigger "flow_insert" already => give it another name
-- pgtrigger: protect "é" delete
-- pgtrigger: protect adopted delete
CREATE TABLE t (
  id int PRIMARY KEY,
  s  text -- pgtrigger: readonly "é"
--=                              ^^^^ error[duplicate-trigger] 42710: table "t" has a trigger "é" already => give it another name
);
-- pgtrigger: protect a delete
CREATE TABLE u (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER hand BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger
--=           ^^^^^^^ error[duplicate-trigger] 42710: table "t" has a trigger "adopted" already => give it another name
CREATE TRIGGER adopted BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER twice BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER twice BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
--=            ^^^^^ error[duplicate-trigger] 42710: trigger "twice" of table "t" exists already
CREATE TRIGGER twice BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: protect on_parent delete
--=                   ^^^^^^^^^ error[duplicate-trigger] 42710: trigger "on_parent" of partitioned table "p" is cloned to its partitions, and one has a trigger of that name => give one of them another name
CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id);
-- pgtrigger: protect on_parent insert
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TRIGGER cloned BEFORE UPDATE ON p FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: protect cloned on p1 delete
--=                   ^^^^^^ error[duplicate-trigger] 42710: partition "p1" has a trigger "cloned" already, a clone of that of "p" => give it another name
CREATE TABLE replaced (id int);
CREATE FUNCTION replacing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER "ö" AFTER INSERT ON replaced FOR EACH ROW EXECUTE FUNCTION replacing();
CREATE OR REPLACE TRIGGER "ö" AFTER INSERT ON replaced FOR EACH ROW EXECUTE FUNCTION replacing();
--=                       ^^^^ error[duplicate-trigger] 42710: trigger "ö" of table "replaced" is a constraint trigger, which cannot be replaced => drop it first
CREATE TRIGGER p AFTER INSERT ON replaced EXECUTE FUNCTION replacing();
ALTER TRIGGER p ON replaced RENAME TO "ö";
--=           ^ error[duplicate-trigger] 42710: trigger "ö" of table "replaced" exists already
ALTER TRIGGER p ON replaced RENAME TO p;
