-- case: 722_partitioned_before_row_transition
-- part: A
-- rule: BEFORE row trigger with transition tables on a partitioned table
-- expect: install-error 0A000 "p" is a partitioned table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg BEFORE INSERT ON p REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
