-- case: 1044_lo_manage_none
-- part: A
-- rule: lo_manage without argument
-- expect: fire-error XX000 trg: no column name provided in the trigger definition
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION lo;
CREATE TABLE m (id int, raster lo);
-- @install
CREATE TRIGGER trg BEFORE UPDATE OR DELETE ON m FOR EACH ROW EXECUTE FUNCTION lo_manage();
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
