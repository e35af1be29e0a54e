-- case: 998_suppress_after
-- part: A
-- rule: suppress_redundant_updates_trigger AFTER
-- expect: fire-error 39P01 suppress_redundant_updates_trigger: must be called before update
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- @fire
INSERT INTO t VALUES (1);
UPDATE t SET a = a;
