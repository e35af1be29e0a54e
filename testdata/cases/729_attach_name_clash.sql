-- case: 729_attach_name_clash
-- part: A
-- rule: ATTACH PARTITION of a table with a trigger of the same name
-- expect: install-error 42710 trigger "trg" for relation "p2" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 (id int, a int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER trg AFTER DELETE ON p2 EXECUTE FUNCTION f();
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM (10) TO (20);
