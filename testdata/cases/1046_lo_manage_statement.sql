-- case: 1046_lo_manage_statement
-- part: A
-- rule: lo_manage for the statement
-- expect: fire-error XX000 trg: must be fired for row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION lo;
CREATE TABLE m (id int, raster lo);
-- @install
CREATE TRIGGER trg BEFORE UPDATE OR DELETE ON m EXECUTE FUNCTION lo_manage(raster);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
