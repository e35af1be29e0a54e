-- case: 730_clone_on_new_partition
-- part: A
-- rule: a trigger named like the clone on a new partition
-- expect: install-error 42710 trigger "trg" for relation "p2" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE TRIGGER trg AFTER DELETE ON p2 EXECUTE FUNCTION f();
