-- case: 731_ok_detached_partition_same_name
-- part: A
-- rule: a trigger named like the former clone on a detached partition
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p DETACH PARTITION p1;
CREATE TRIGGER trg AFTER INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
