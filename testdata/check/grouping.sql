CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE TABLE u (id int PRIMARY KEY, t_id int REFERENCES t, n int, note text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int; r record;
BEGIN
  DELETE FROM t WHERE count(*) > 1;
--=                   ^^^^^^^^ error[grouping] 42803: aggregate functions are not allowed in WHERE => write HAVING
  PERFORM 1 FROM t WHERE n > max(n);
--=                          ^^^^^^ error[grouping] 42803: aggregate functions are not allowed in WHERE => write HAVING
  PERFORM 1 FROM t WHERE row_number() OVER () > 1;
--=                      ^^^^^^^^^^^^^^^^^^^^ error[grouping] 42P20: window functions are not allowed in WHERE
  PERFORM 1 FROM t JOIN u ON sum(u.n) = t.n;
--=                          ^^^^^^^^ error[grouping] 42803: aggregate functions are not allowed in JOIN conditions
  PERFORM 1 FROM t GROUP BY count(*);
--=                         ^^^^^^^^ error[grouping] 42803: aggregate functions are not allowed in GROUP BY
  UPDATE t SET n = max(n);
--=                ^^^^^^ error[grouping] 42803: aggregate functions are not allowed in UPDATE
  INSERT INTO u (id, n) VALUES (1, count(*));
--=                                ^^^^^^^^ error[grouping] 42803: aggregate functions are not allowed in VALUES
  UPDATE t SET n = 1 RETURNING count(*) INTO x;
--=                            ^^^^^^^^ error[grouping] 42803: aggregate functions are not allowed in RETURNING
  SELECT id, count(*) INTO r FROM t;
--=      ^^ error[grouping] 42803: column "t\.id" must appear in the GROUP BY clause or be used in an aggregate function
  SELECT s, max(n) INTO r FROM t GROUP BY n;
--=      ^ error[grouping] 42803: column "t\.s" must appear in the GROUP BY clause or be used in an aggregate function
  SELECT n INTO r FROM t HAVING count(*) > 1;
--=      ^ error[grouping] 42803: column "t\.n" must appear in the GROUP BY clause or be used in an aggregate function
  SELECT u.note, t.s, count(*) INTO r FROM t JOIN u ON u.t_id = t.id GROUP BY t.id;
--=      ^^^^^^ error[grouping] 42803: column "u\.note" must appear in the GROUP BY clause or be used in an aggregate function
  SELECT n, sum(n) OVER () INTO r FROM t GROUP BY s;
--=      ^ error[grouping] 42803: column "t\.n" must appear in the GROUP BY clause or be used in an aggregate function
  PERFORM count(*) FROM t ORDER BY n;
--=                                ^ error[grouping] 42803: column "t\.n" must appear in the GROUP BY clause or be used in an aggregate function
  PERFORM n, count(*) FROM t GROUP BY n ORDER BY max(id), s;
--=                                                       ^ error[grouping] 42803: column "t\.s" must appear in the GROUP BY clause or be used in an aggregate function
  PERFORM sum(n + max(n)) FROM t;
--=       ^^^^^^^^^^^^^^^ error[grouping] 42803: aggregate function calls cannot be nested => write the inner one in a subquery
  PERFORM sum(row_number() OVER ()) FROM t;
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^ error[grouping] 42803: aggregate function calls cannot contain window function calls => write the inner one in a subquery
  PERFORM sum(row_number() OVER ()) OVER () FROM t;
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[grouping] 42P20: window function calls cannot be nested
  -- What Postgres takes.
  PERFORM count(*) AS n FROM t ORDER BY n;
  PERFORM count(*) FROM t ORDER BY 1, max(n), NEW.n;
  PERFORM s, count(*) FROM t GROUP BY s ORDER BY lower(s);
  PERFORM max((SELECT count(*) FROM u)) FROM t;
  SELECT s, n, count(*) INTO r FROM t GROUP BY id;
  SELECT t.s, count(u.n) INTO r FROM t JOIN u ON u.t_id = t.id GROUP BY t.id;
  SELECT s, max(n) INTO r FROM t GROUP BY 1;
  SELECT lower(s), max(n) INTO r FROM t GROUP BY lower(s);
  SELECT lower(s) AS l, max(n) INTO r FROM t GROUP BY l;
  SELECT n, sum(n) OVER () INTO r FROM t;
  SELECT x, NEW.n, count(*) INTO r FROM t;
  SELECT n, count(*) INTO r FROM t GROUP BY n HAVING n > 1 AND max(s) > 'a' ORDER BY max(id);
  PERFORM 1 FROM t WHERE n > (SELECT max(n) FROM u);
  PERFORM 1 FROM t HAVING max(t.n) > ALL (SELECT u.n FROM u WHERE u.n > max(t.n));
  PERFORM (SELECT count(*) FROM u WHERE u.t_id = t.id), n FROM t;
  UPDATE t SET n = (SELECT count(*) FROM u WHERE u.t_id = t.id) WHERE id = NEW.id;
--=      ^ warning[early-read]: BEFORE INSERT the row is not in "t" yet: this UPDATE does not find it
  INSERT INTO u (id, n) SELECT n, count(*) FROM t GROUP BY n;
  INSERT INTO u (id, n) VALUES (1, (SELECT count(*) FROM u));
  SELECT string_agg(s, ',' ORDER BY id DESC), count(DISTINCT n) FILTER (WHERE id > 1) INTO r FROM t;
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n), sum(sum(n)) OVER (ORDER BY max(id)) INTO r FROM t;
  SELECT n, (SELECT count(*) FILTER (WHERE u.n > 1 AND t.n > 1) FROM u) INTO r FROM t;
  x := count(*) FROM t WHERE n = NEW.n;
  IF count(*) > 1 FROM t THEN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
