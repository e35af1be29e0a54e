-- case: 1060_tcn_no_key
-- part: A
-- rule: triggered_change_notification without a primary key
-- expect: fire-error 39P01 triggered_change_notification: must be called on a table with a primary key
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION tcn;
CREATE TABLE m (id int PRIMARY KEY);
CREATE TABLE nokey (id int);
-- @install
CREATE TRIGGER trg AFTER INSERT ON nokey FOR EACH ROW EXECUTE FUNCTION triggered_change_notification();
-- @fire
INSERT INTO nokey VALUES (1);
