-- case: 1045_lo_manage_missing
-- part: A
-- rule: lo_manage of a missing column
-- expect: fire-error XX000 trg: column "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION lo;
CREATE TABLE m (id int, raster lo);
-- @install
CREATE TRIGGER trg BEFORE UPDATE OR DELETE ON m FOR EACH ROW EXECUTE FUNCTION lo_manage(nope);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
