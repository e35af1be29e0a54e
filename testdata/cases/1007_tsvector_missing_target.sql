-- case: 1007_tsvector_missing_target
-- part: A
-- rule: tsvector_update_trigger with a missing target
-- expect: fire-error 42703 tsvector column "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE q (id int, body text, title varchar(9), num int, tsv tsvector, cfg regconfig);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR UPDATE ON q FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(nope, 'pg_catalog.english', body);
-- @fire
INSERT INTO q VALUES (1, 'a', 'b', 1, NULL, 'pg_catalog.english');
UPDATE q SET id = 2;
DELETE FROM q;
