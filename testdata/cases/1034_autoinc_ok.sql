-- case: 1034_autoinc_ok
-- part: A
-- rule: autoinc as it should be
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION autoinc(n, sq);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
