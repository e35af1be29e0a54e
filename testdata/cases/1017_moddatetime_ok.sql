-- case: 1017_moddatetime_ok
-- part: A
-- rule: moddatetime of a timestamp
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
