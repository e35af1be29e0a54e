CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER "größer" AFTER DELETE ON t EXECUTE FUNCTION f();
DROP TRIGGER groesser ON t;
--=                      ^ error[unknown-trigger] 42704: table "t" has no trigger "groesser" => did you mean "größer"\?
DROP TRIGGER IF EXISTS groesser ON t;
ALTER TRIGGER "Größer" ON t RENAME TO x;
--=           ^^^^^^^^^^ error[unknown-trigger] 42704: table "t" has no trigger "Größer" => did you mean "größer"\?
ALTER TABLE t DISABLE TRIGGER xyz;
--=           ^^^^^^^^^^^^^^^^^^^ error[unknown-trigger] 42704: table "t" has no trigger "xyz"
ALTER TABLE t DISABLE TRIGGER ALL;
ALTER TABLE t ENABLE TRIGGER "größer";
DROP TRIGGER "größer" ON t;
