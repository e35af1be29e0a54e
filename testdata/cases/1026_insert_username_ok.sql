-- case: 1026_insert_username_ok
-- part: A
-- rule: insert_username of a text
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m FOR EACH ROW EXECUTE FUNCTION insert_username(who);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
