-- case: 1022_moddatetime_two_arguments
-- part: A
-- rule: moddatetime with two arguments
-- expect: fire-error XX000 moddatetime (m): A single argument was expected
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(at, atz);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
