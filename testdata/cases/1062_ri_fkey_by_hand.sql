-- case: 1062_ri_fkey_by_hand
-- part: A
-- rule: RI_FKey_check_ins by hand
-- expect: fire-error 42P17 no pg_constraint entry for trigger "trg" on table "t"
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION "RI_FKey_check_ins"();
-- @fire
INSERT INTO t VALUES (1);
