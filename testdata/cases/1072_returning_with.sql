-- case: 1072_returning_with
-- part: A
-- rule: RETURNING WITH (OLD AS …), since PG18
-- expect: install-error 42601 syntax error at or near "WITH"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
CREATE TABLE u (id int PRIMARY KEY, n int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  INSERT INTO u VALUES (1, 1);
  UPDATE u SET n = 2 RETURNING WITH (OLD AS o, NEW AS n) n.n - o.n INTO x;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
