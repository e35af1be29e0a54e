-- case: 1041_autoinc_statement
-- part: A
-- rule: autoinc for the statement
-- expect: fire-error XX000 must be fired for row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m EXECUTE FUNCTION autoinc(n, sq);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
