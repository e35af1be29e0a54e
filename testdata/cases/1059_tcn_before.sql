-- case: 1059_tcn_before
-- part: A
-- rule: triggered_change_notification BEFORE
-- expect: fire-error 39P01 triggered_change_notification: must be called after the change
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION tcn;
CREATE TABLE m (id int PRIMARY KEY);
CREATE TABLE nokey (id int);
-- @install
CREATE TRIGGER trg BEFORE INSERT ON m FOR EACH ROW EXECUTE FUNCTION triggered_change_notification();
-- @fire
INSERT INTO m VALUES (1);
