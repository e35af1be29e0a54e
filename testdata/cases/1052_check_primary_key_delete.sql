-- case: 1052_check_primary_key_delete
-- part: A
-- rule: check_primary_key at DELETE
-- expect: fire-error XX000 check_primary_key: cannot process DELETE events
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- expect-18: fire-error XX000 check_primary_key: must be fired by AFTER trigger
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg BEFORE DELETE ON fk FOR EACH ROW EXECUTE FUNCTION check_primary_key('pk_id', 'pk', 'id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
