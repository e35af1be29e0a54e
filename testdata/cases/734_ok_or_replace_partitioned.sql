-- case: 734_ok_or_replace_partitioned
-- part: A
-- rule: OR REPLACE of a trigger that has clones
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
CREATE OR REPLACE TRIGGER trg AFTER DELETE ON p FOR EACH ROW EXECUTE FUNCTION f();
