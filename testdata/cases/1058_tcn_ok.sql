-- case: 1058_tcn_ok
-- part: A
-- rule: triggered_change_notification as it should be
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION tcn;
CREATE TABLE m (id int PRIMARY KEY);
CREATE TABLE nokey (id int);
-- @install
CREATE TRIGGER trg AFTER INSERT OR UPDATE OR DELETE ON m FOR EACH ROW EXECUTE FUNCTION triggered_change_notification();
-- @fire
INSERT INTO m VALUES (1);
