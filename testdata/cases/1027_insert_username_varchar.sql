-- case: 1027_insert_username_varchar
-- part: A
-- rule: insert_username of a varchar
-- expect: fire-error 09000 attribute "v" of "m" must be type TEXT
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION insert_username(v);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
