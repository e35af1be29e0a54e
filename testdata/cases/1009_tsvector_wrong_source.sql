-- case: 1009_tsvector_wrong_source
-- part: A
-- rule: tsvector_update_trigger with a source of another type
-- expect: fire-error 42804 column "num" is not of a character type
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE q (id int, body text, title varchar(9), num int, tsv tsvector, cfg regconfig);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON q FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(tsv, 'pg_catalog.english', num);
-- @fire
INSERT INTO q VALUES (1, 'a', 'b', 1, NULL, 'pg_catalog.english');
UPDATE q SET id = 2;
DELETE FROM q;
