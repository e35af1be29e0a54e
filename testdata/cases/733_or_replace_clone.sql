-- case: 733_or_replace_clone
-- part: A
-- rule: OR REPLACE of a clone
-- expect: install-error 42710 trigger "trg" for relation "p1" is an internal or a child trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42710 trigger "trg" for relation "p1" is an internal trigger
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE OR REPLACE TRIGGER trg AFTER DELETE ON p1 FOR EACH ROW EXECUTE FUNCTION f();
