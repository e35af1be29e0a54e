CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- pgtrigger: run a after insert do (SELECT f())
--=                                         ^ error[trigger-call] 0A000: trigger functions can only be called as triggers, and f\(\) is one
-- pgtrigger: trigger ok after insert execute function f()
CREATE TABLE t (id int PRIMARY KEY);
