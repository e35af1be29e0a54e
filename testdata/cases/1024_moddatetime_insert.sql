-- case: 1024_moddatetime_insert
-- part: A
-- rule: moddatetime at INSERT
-- expect: fire-error XX000 moddatetime: cannot process INSERT events
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION moddatetime;
CREATE TABLE m (id int, at timestamp, atz timestamptz, d date);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
