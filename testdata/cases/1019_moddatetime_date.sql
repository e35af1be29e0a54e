-- case: 1019_moddatetime_date
-- part: A
-- rule: moddatetime of a date
-- expect: fire-error 09000 attribute "d" of "m" must be type TIMESTAMP or TIMESTAMPTZ
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(d);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
