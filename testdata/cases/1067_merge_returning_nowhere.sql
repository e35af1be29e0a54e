-- case: 1067_merge_returning_nowhere
-- part: A
-- rule: MERGE … RETURNING without INTO
-- expect: install-error 42601 syntax error at or near "RETURNING"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42601 "u" is not a known variable
-- expect-17: fire-error 42601 query has no destination for result data
-- expect-18: fire-error 42601 query has no destination for result data
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
CREATE TABLE u (id int PRIMARY KEY, n int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  MERGE INTO u USING (SELECT NEW.id AS i) q ON u.id = q.i WHEN NOT MATCHED THEN INSERT VALUES (q.i, 1) RETURNING u.n;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
