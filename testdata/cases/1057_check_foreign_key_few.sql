-- case: 1057_check_foreign_key_few
-- part: A
-- rule: check_foreign_key with few arguments
-- expect: fire-error XX000 check_foreign_key: too short 3 (< 5) list of arguments
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg AFTER DELETE ON pk FOR EACH ROW EXECUTE FUNCTION check_foreign_key(1, 'cascade', 'id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
