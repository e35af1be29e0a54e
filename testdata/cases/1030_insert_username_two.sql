-- case: 1030_insert_username_two
-- part: A
-- rule: insert_username with two arguments
-- expect: fire-error XX000 insert_username (m): one argument was expected
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION insert_username(who, v);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
