-- case: 1003_tsvector_delete
-- part: A
-- rule: tsvector_update_trigger at DELETE
-- expect: fire-error XX000 tsvector_update_trigger: must be fired for INSERT or UPDATE
-- offline: yes
-- verdict: reject
-- plpgsql_check: nothing
-- @setup
CREATE TABLE q (id int, body text, title varchar(9), num int, tsv tsvector, cfg regconfig);
-- @install
CREATE TRIGGER trg BEFORE INSERT OR DELETE ON q FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(tsv, 'pg_catalog.english', body);
-- @fire
INSERT INTO q VALUES (1, 'a', 'b', 1, NULL, 'pg_catalog.english');
UPDATE q SET id = 2;
DELETE FROM q;
