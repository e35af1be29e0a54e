-- case: 1021_moddatetime_no_argument
-- part: A
-- rule: moddatetime without argument
-- expect: fire-error XX000 moddatetime (m): A single argument was expected
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime();
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
