CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE TABLE u (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM t LIMIT -1;
--=                      ^^ error[row-limit] 2201W: LIMIT must not be negative
  PERFORM 1 FROM t OFFSET -1;
--=                       ^^ error[row-limit] 2201X: OFFSET must not be negative
  PERFORM 1 FROM t UNION SELECT 2 LIMIT -1;
--=                                     ^^ error[row-limit] 2201W: LIMIT must not be negative
  PERFORM 1 FROM t WHERE EXISTS (SELECT 1 FROM u LIMIT -1);
--=                                                    ^^ warning[row-limit]: LIMIT must not be negative
  PERFORM 1 FROM t LIMIT 'all';
--=                      ^^^^^ error[bad-literal] 22P02: text "all" is not of type bigint
  PERFORM 1 FROM t LIMIT NEW.s;
--=                      ^^^^^ error[type-mismatch] 42804: argument of LIMIT must be type bigint, not type text
  PERFORM 1 FROM t OFFSET true;
--=                       ^^^^ error[type-mismatch] 42804: argument of OFFSET must be type bigint, not type boolean
  -- What Postgres takes.
  PERFORM 1 FROM t LIMIT '1' OFFSET 0;
  PERFORM 1 FROM t LIMIT NULL OFFSET NULL;
  PERFORM 1 FROM t LIMIT ALL;
  PERFORM 1 FROM t LIMIT 1.5;
  PERFORM 1 FROM t LIMIT NEW.n - 1;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
