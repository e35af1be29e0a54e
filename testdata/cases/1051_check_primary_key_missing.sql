-- case: 1051_check_primary_key_missing
-- part: A
-- rule: check_primary_key of a missing column
-- expect: fire-error 42703 there is no attribute "nope" in relation "fk"
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg AFTER INSERT OR UPDATE ON fk FOR EACH ROW EXECUTE FUNCTION check_primary_key('nope', 'pk', 'id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
