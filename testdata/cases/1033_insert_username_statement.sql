-- case: 1033_insert_username_statement
-- part: A
-- rule: insert_username for the statement
-- expect: fire-error XX000 insert_username: must be fired for row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON m EXECUTE FUNCTION insert_username(who);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
