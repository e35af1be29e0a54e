-- case: 1068_json_table
-- part: A
-- rule: JSON_TABLE in a body, since PG17
-- expect: install-error 42601 syntax error at or near "AS"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int; y bigint;
BEGIN
  SELECT j.a, j.n INTO x, y FROM JSON_TABLE(NEW.d, '$' AS p PASSING NEW.id AS i COLUMNS (n FOR ORDINALITY, a int PATH '$.a' DEFAULT 1 ON EMPTY, NESTED PATH '$.b[*]' COLUMNS (b text EXISTS PATH '$.c')) ERROR ON ERROR) AS j;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
