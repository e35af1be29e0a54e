-- case: 728_ok_attach_after_drop_trigger
-- part: A
-- rule: ATTACH PARTITION once the trigger is dropped
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 (id int, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p2 REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
DROP TRIGGER trg ON p2;
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM (10) TO (20);
