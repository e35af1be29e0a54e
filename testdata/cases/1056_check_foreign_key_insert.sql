-- case: 1056_check_foreign_key_insert
-- part: A
-- rule: check_foreign_key at INSERT
-- expect: fire-error XX000 check_foreign_key: cannot process INSERT events
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg BEFORE INSERT ON fk FOR EACH ROW EXECUTE FUNCTION check_foreign_key(1, 'cascade', 'pk_id', 'pk', 'id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
