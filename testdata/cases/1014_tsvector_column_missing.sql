-- case: 1014_tsvector_column_missing
-- part: A
-- rule: tsvector_update_trigger_column with a missing column
-- expect: fire-error 42703 configuration column "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE q (id int, body text, title varchar(9), num int, tsv tsvector, cfg regconfig);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON q FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger_column(tsv, nope, body);
-- @fire
INSERT INTO q VALUES (1, 'a', 'b', 1, NULL, 'pg_catalog.english');
UPDATE q SET id = 2;
DELETE FROM q;
