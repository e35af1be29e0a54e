-- case: 1032_insert_username_after
-- part: A
-- rule: insert_username AFTER
-- expect: fire-error XX000 insert_username: must be fired before event
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION insert_username;
CREATE TABLE m (id int, who text, v varchar(99), n int);
-- @install
CREATE TRIGGER trg AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION insert_username(who);
-- @fire
INSERT INTO m VALUES (1);
UPDATE m SET id = 2;
DELETE FROM m;
