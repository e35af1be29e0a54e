-- case: 1039_autoinc_delete
-- part: A
-- rule: autoinc at DELETE
-- expect: fire-error XX000 cannot process DELETE events
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg BEFORE DELETE ON m FOR EACH ROW EXECUTE FUNCTION autoinc(n, sq);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
