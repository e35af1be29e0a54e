-- case: 1065_merge_returning
-- part: A
-- rule: MERGE … RETURNING in a body, since PG17
-- expect: install-error 42601 syntax error at or near "BY"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42601 "u" is not a known variable
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
CREATE TABLE u (id int PRIMARY KEY, n int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE what text; x int;
BEGIN
  MERGE INTO u USING (SELECT NEW.id AS i, 7 AS m) q ON u.id = q.i
    WHEN NOT MATCHED BY TARGET THEN INSERT VALUES (q.i, q.m)
    WHEN NOT MATCHED BY SOURCE AND u.n > 3 THEN DELETE
    RETURNING merge_action(), u.n + q.m INTO what, x;
  RETURN NEW;
END $$;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
