-- case: 723_detached_partition_row_transition_ok
-- part: A
-- rule: row trigger with transition tables on a table that was a partition
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER TABLE p DETACH PARTITION p1;
CREATE TRIGGER trg AFTER INSERT ON p1 REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
