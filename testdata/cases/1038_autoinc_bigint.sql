-- case: 1038_autoinc_bigint
-- part: A
-- rule: autoinc of a bigint
-- expect: fire-error 09000 attribute "b" of "m" must be type INT4
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION autoinc;
CREATE SEQUENCE sq;
CREATE TABLE m (id int, n int, b bigint);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION autoinc(b, sq);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
