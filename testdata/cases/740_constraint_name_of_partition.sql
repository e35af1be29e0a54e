-- case: 740_constraint_name_of_partition
-- part: A
-- rule: constraint trigger named like a constraint of a partition
-- expect: install-error 23505 duplicate key value violates unique constraint "pg_constraint_conrelid_contypid_conname_index"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
ALTER TABLE p1 ADD CONSTRAINT trg CHECK (a > 0);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
