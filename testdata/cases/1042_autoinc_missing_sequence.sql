-- case: 1042_autoinc_missing_sequence
-- part: A
-- rule: autoinc with a missing sequence
-- expect: fire-error 42P01 relation "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION autoinc(n, nope);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
