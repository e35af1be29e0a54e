-- case: 1050_check_primary_key_even
-- part: A
-- rule: check_primary_key with an even number of arguments
-- expect: fire-error XX000 check_primary_key: odd number of arguments should be specified
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg AFTER INSERT OR UPDATE ON fk FOR EACH ROW EXECUTE FUNCTION check_primary_key('pk_id', 'pk');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
