-- case: 737_partition_update_of_missing
-- part: A
-- rule: UPDATE OF of a column that only the partition had
-- expect: install-error 42703 column "zz" of relation "p1" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE OF zz ON p1 FOR EACH ROW EXECUTE FUNCTION f();
