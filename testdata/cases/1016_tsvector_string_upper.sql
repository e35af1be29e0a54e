-- case: 1016_tsvector_string_upper
-- part: A
-- rule: tsvector_update_trigger with a name in upper case
-- expect: fire-error 42703 tsvector column "TSV" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE q (id int, body text, title varchar(9), num int, tsv tsvector, cfg regconfig);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON q FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('TSV', 'pg_catalog.english', body);
-- @fire
INSERT INTO q VALUES (1, 'a', 'b', 1, NULL, 'pg_catalog.english');
UPDATE q SET id = 2;
DELETE FROM q;
