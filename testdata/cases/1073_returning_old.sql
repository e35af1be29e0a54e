-- case: 1073_returning_old
-- part: A
-- rule: RETURNING of OLD: the variable, since PG18 the row too
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- expect-18: fire-error 42702 column reference "old.id" is ambiguous
-- verdict-18: reject
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz, loc timestamp, d jsonb);
CREATE TABLE u (id int PRIMARY KEY, n int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  INSERT INTO u VALUES (1, 1);
  DELETE FROM u RETURNING OLD.id INTO x;
  RETURN OLD;
END $$;
CREATE TRIGGER trg BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (1, 1, 'x', now(), now(), '{"a": 1}');
DELETE FROM t;
