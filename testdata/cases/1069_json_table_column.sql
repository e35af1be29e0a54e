-- case: 1069_json_table_column
-- part: A
-- rule: a column that JSON_TABLE does not have
-- expect: install-error 42601 syntax error at or near "COLUMNS"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: fire-error 42703 column j.b does not exist
-- expect-18: fire-error 42703 column j.b does not exist
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  SELECT j.b INTO x FROM JSON_TABLE(NEW.d, '$' COLUMNS (a int PATH '$.a')) j;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
