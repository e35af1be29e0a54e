-- case: 736_or_replace_over_partitions_constraint
-- part: A
-- rule: OR REPLACE on the parent over a constraint trigger of the partition
-- expect: install-error 42710 trigger "trg" for relation "p1" is a constraint trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
CREATE OR REPLACE TRIGGER trg AFTER DELETE ON p FOR EACH ROW EXECUTE FUNCTION f();
