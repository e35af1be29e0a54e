-- case: 1061_unique_key_recheck
-- part: A
-- rule: unique_key_recheck used by hand
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION unique_key_recheck();
-- @fire
INSERT INTO t VALUES (1);
