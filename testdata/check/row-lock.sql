CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE TABLE u (id int PRIMARY KEY, n int);
CREATE VIEW totals AS SELECT s, sum(n) AS n FROM t GROUP BY s;
CREATE VIEW one AS SELECT max(n) AS n FROM t;
CREATE VIEW over_one AS SELECT n FROM one;
CREATE VIEW plain AS SELECT id, n FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count(*) FROM t WHERE n = NEW.n FOR UPDATE;
--=                                       ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with aggregate functions => lock the rows in a query of their own
  PERFORM n FROM t GROUP BY n FOR SHARE;
--=                           ^^^^^^^^^ error[row-lock] 0A000: FOR SHARE is not allowed with GROUP BY clause => lock the rows in a query of their own
  PERFORM 1 FROM t HAVING true FOR NO KEY UPDATE;
--=                            ^^^^^^^^^^^^^^^^^ error[row-lock] 0A000: FOR NO KEY UPDATE is not allowed with HAVING clause => lock the rows in a query of their own
  PERFORM DISTINCT n FROM t FOR KEY SHARE;
--=                         ^^^^^^^^^^^^^ error[row-lock] 0A000: FOR KEY SHARE is not allowed with DISTINCT clause => lock the rows in a query of their own
  PERFORM n FROM t UNION SELECT n FROM u FOR UPDATE;
--=                                      ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT => lock the rows in a query of their own
  PERFORM row_number() OVER () FROM t FOR UPDATE;
--=                                   ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with window functions => lock the rows in a query of their own
  PERFORM 1 FROM totals FOR UPDATE;
--=                     ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with GROUP BY clause, which "totals" has => lock the rows of tables alone, by OF
  PERFORM 1 FROM over_one FOR UPDATE;
--=                       ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with aggregate functions, which "over_one" has => lock the rows of tables alone, by OF
  PERFORM 1 FROM t, (SELECT max(n) FROM u) m FOR UPDATE;
--=                                          ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with aggregate functions, which "m" has => lock the rows of tables alone, by OF
  PERFORM 1 FROM t, one FOR UPDATE OF one;
--=                     ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with aggregate functions, which "one" has => lock the rows of tables alone, by OF
  PERFORM 1 FROM t, generate_series(1, 2) g FOR UPDATE OF g;
--=                                                       ^ error[row-lock] 0A000: FOR UPDATE cannot be applied to "g": it is a function
  NEW.n := (SELECT max(n) FROM u FOR UPDATE LIMIT 1);
--=                              ^^^^^^^^^^ error[row-lock] 0A000: FOR UPDATE is not allowed with aggregate functions => lock the rows in a query of their own
  -- What Postgres takes.
  PERFORM 1 FROM t WHERE n = (SELECT max(n) FROM u) FOR UPDATE;
  PERFORM (SELECT max(n) FROM u) FROM t FOR UPDATE SKIP LOCKED;
  PERFORM count(*) FROM (SELECT 1 FROM t FOR UPDATE) l;
  PERFORM 1 FROM t, one FOR UPDATE OF t;
  PERFORM 1 FROM t, generate_series(1, 2) FOR UPDATE;
  PERFORM 1 FROM plain FOR UPDATE;
  WITH m AS (SELECT max(n) FROM u) SELECT t.n INTO NEW.n FROM t, m ORDER BY t.n LIMIT 1 FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
