-- case: 1025_moddatetime_statement
-- part: A
-- rule: moddatetime for the statement
-- expect: fire-error XX000 moddatetime: must be fired for row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m EXECUTE FUNCTION moddatetime(at);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
