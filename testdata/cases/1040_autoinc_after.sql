-- case: 1040_autoinc_after
-- part: A
-- rule: autoinc AFTER
-- expect: fire-error XX000 must be fired before event
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION autoinc(n, sq);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
