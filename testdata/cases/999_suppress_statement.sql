-- case: 999_suppress_statement
-- part: A
-- rule: suppress_redundant_updates_trigger for the statement
-- expect: fire-error 39P01 suppress_redundant_updates_trigger: must be called for each row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON t EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- @fire
INSERT INTO t VALUES (1);
UPDATE t SET a = a;
