-- case: 1020_moddatetime_missing
-- part: A
-- rule: moddatetime of a missing column
-- expect: fire-error 09000 "m" has no attribute "nope"
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(nope);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
