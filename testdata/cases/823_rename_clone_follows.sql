-- case: 823_rename_clone_follows
-- part: A
-- rule: a clone follows the name of its parent
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- expect-14: install-error 42710 trigger "trg" for relation "p1" already exists
-- verdict-14: reject
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TRIGGER trg ON p RENAME TO x;
CREATE TRIGGER trg AFTER INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
