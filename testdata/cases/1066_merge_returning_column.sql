-- case: 1066_merge_returning_column
-- part: A
-- rule: MERGE … RETURNING of a column that does not exist
-- expect: install-error 42601 syntax error at or near "RETURNING"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42601 "u" is not a known variable
-- expect-17: fire-error 42703 column u.nosuch does not exist
-- expect-18: fire-error 42703 column u.nosuch does not exist
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
CREATE TABLE u (id int PRIMARY KEY, n int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  MERGE INTO u USING (SELECT NEW.id AS i) q ON u.id = q.i WHEN NOT MATCHED THEN INSERT VALUES (q.i, 1) RETURNING u.nosuch INTO x;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
