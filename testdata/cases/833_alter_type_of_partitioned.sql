-- case: 833_alter_type_of_partitioned
-- part: A
-- rule: ALTER TYPE of a column in a trigger of a partitioned table
-- expect: install-error 0A000 cannot alter type of a column used in a trigger definition
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON p FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
ALTER TABLE p ALTER COLUMN a TYPE bigint;
