-- case: 1054_check_foreign_key_ok
-- part: A
-- rule: check_foreign_key as it should be
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE EXTENSION refint;
CREATE TABLE pk (id int PRIMARY KEY);
CREATE TABLE fk (id int, pk_id int);
INSERT INTO pk VALUES (1);
-- @install
CREATE TRIGGER trg AFTER DELETE OR UPDATE ON pk FOR EACH ROW EXECUTE FUNCTION check_foreign_key(1, 'cascade', 'id', 'fk', 'pk_id');
-- @fire
INSERT INTO fk VALUES (1, 1);
UPDATE fk SET id = 2;
DELETE FROM fk;
UPDATE pk SET id = 2;
DELETE FROM pk;
