-- case: 821_rename_clone
-- part: A
-- rule: RENAME of a clone
-- expect: install-error XX000 cannot rename trigger "trg" on table "p1"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: ok
-- verdict-14: accept
-- expect-18: install-error 0A000 cannot rename trigger "trg" on table "p1"
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TRIGGER trg ON p1 RENAME TO x;
