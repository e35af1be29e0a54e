-- case: 1023_moddatetime_after
-- part: A
-- rule: moddatetime AFTER
-- expect: fire-error XX000 moddatetime: must be fired before event
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg AFTER UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
