-- case: 997_suppress_ok
-- part: A
-- rule: suppress_redundant_updates_trigger as it should be
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- @fire
INSERT INTO t VALUES (1);
UPDATE t SET a = a;
