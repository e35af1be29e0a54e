-- case: 822_rename_parent_taken_on_partition
-- part: A
-- rule: RENAME to a name that a partition has
-- expect: install-error 42710 trigger "x" for relation "p1" already exists
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: ok
-- verdict-14: accept
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER x AFTER INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
ALTER TRIGGER trg ON p RENAME TO x;
