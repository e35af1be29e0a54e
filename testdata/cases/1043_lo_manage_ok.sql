-- case: 1043_lo_manage_ok
-- part: A
-- rule: lo_manage as it should be
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION lo;
CREATE TABLE m (id int, raster lo);
-- @install
CREATE TRIGGER trg BEFORE UPDATE OR DELETE ON m FOR EACH ROW EXECUTE FUNCTION lo_manage(raster);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
