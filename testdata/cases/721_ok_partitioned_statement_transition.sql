-- case: 721_ok_partitioned_statement_transition
-- part: A
-- rule: statement trigger with transition tables on a partitioned table
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
