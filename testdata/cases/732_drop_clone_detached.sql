-- case: 732_drop_clone_detached
-- part: A
-- rule: DROP TRIGGER of the former clone
-- expect: install-error 42704 trigger "trg" for table "p1" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p DETACH PARTITION p1;
DROP TRIGGER trg ON p1;
