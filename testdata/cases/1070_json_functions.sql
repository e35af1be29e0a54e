-- case: 1070_json_functions
-- part: A
-- rule: the query functions of JSON, since PG17
-- expect: install-error 42601 syntax error at or near "PASSING"
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
DECLARE x int; y jsonb;
BEGIN
  x := JSON_VALUE(NEW.d, '$.a' RETURNING int NULL ON EMPTY);
  y := JSON_QUERY(NEW.d, '$.a' WITH WRAPPER);
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW WHEN (JSON_EXISTS(NEW.d, '$.a ? (@ > $x)' PASSING 0 AS x)) EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
