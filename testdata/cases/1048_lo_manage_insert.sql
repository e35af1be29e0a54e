-- case: 1048_lo_manage_insert
-- part: A
-- rule: lo_manage at INSERT
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION lo;
CREATE TABLE m (id int, raster lo);
-- @install
CREATE TRIGGER trg BEFORE INSERT ON m FOR EACH ROW EXECUTE FUNCTION lo_manage(raster);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
