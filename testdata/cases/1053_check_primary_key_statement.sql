-- case: 1053_check_primary_key_statement
-- part: A
-- rule: check_primary_key for the statement
-- expect: fire-error XX000 check_primary_key: must be fired for row
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg AFTER INSERT OR UPDATE ON fk EXECUTE FUNCTION check_primary_key('pk_id', 'pk', 'id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
