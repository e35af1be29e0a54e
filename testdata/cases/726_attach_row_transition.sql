-- case: 726_attach_row_transition
-- part: A
-- rule: ATTACH PARTITION of a table with such a trigger
-- expect: install-error 0A000 trigger "trg" prevents table "p2" from becoming a partition
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 (id int, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p2 REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM (10) TO (20);
