-- case: 1028_insert_username_missing
-- part: A
-- rule: insert_username of a missing column
-- expect: fire-error 09000 "m" has no attribute "nope"
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION insert_username(nope);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
