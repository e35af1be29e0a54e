CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE TABLE u (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM n FROM t ORDER BY 5;
--=                         ^ error[sort-key] 42P10: ORDER BY position 5 is not in select list
  PERFORM * FROM t ORDER BY s, 4;
--=                            ^ error[sort-key] 42P10: ORDER BY position 4 is not in select list
  PERFORM n FROM t ORDER BY 0;
--=                         ^ error[sort-key] 42P10: ORDER BY position 0 is not in select list
  PERFORM n FROM t ORDER BY -1;
--=                         ^^ error[sort-key] 42P10: ORDER BY position -1 is not in select list
  PERFORM n, count(*) FROM t GROUP BY 3;
--=                                   ^ error[sort-key] 42P10: GROUP BY position 3 is not in select list
  PERFORM DISTINCT ON (2) n FROM t;
--=                    ^ error[sort-key] 42P10: DISTINCT ON position 2 is not in select list
  PERFORM n FROM t ORDER BY 'n';
--=                         ^^^ error[sort-key] 42601: non-integer constant in ORDER BY => leave it out, or name a column
  PERFORM count(*) FROM t GROUP BY NULL;
--=                                ^^^^ error[sort-key] 42601: non-integer constant in GROUP BY => leave it out, or name a column
  PERFORM n FROM t UNION SELECT 1 ORDER BY 2;
--=                                        ^ error[sort-key] 42P10: ORDER BY position 2 is not in select list
  PERFORM n FROM t UNION SELECT 1 ORDER BY n + 1;
--=                                        ^^^^^ error[sort-key] 0A000: invalid UNION/INTERSECT/EXCEPT ORDER BY clause: only result column names can be used, not expressions => name an output column, or select from the UNION
  PERFORM n FROM t UNION SELECT 1 ORDER BY NEW.n;
--=                                        ^^^^^ error[sort-key] 0A000: invalid UNION/INTERSECT/EXCEPT ORDER BY clause: only result column names can be used, not expressions => name an output column, or select from the UNION
  PERFORM n FROM t UNION SELECT 1 ORDER BY m;
--=                                        ^ error[unknown-column] 42703: column "m" does not exist: ORDER BY of UNION sees its output columns alone
  PERFORM n AS m FROM t UNION SELECT 1 ORDER BY n;
--=                                             ^ error[unknown-column] 42703: column "n" does not exist: ORDER BY of UNION sees its output columns alone
  PERFORM n FROM t UNION SELECT 1 ORDER BY t.n;
--=                                        ^ error[unknown-table] 42P01: missing FROM-clause entry for table "t": ORDER BY of UNION sees its output columns alone => leave out the name of the table
  PERFORM DISTINCT n FROM t ORDER BY s;
--=                                  ^ error[sort-key] 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list => select it too, or sort by what is selected
  PERFORM DISTINCT n, s FROM t ORDER BY s, n + 1;
--=                                        ^^^^^ error[sort-key] 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list => select it too, or sort by what is selected
  PERFORM DISTINCT ON (s) s, n FROM t ORDER BY n, s;
--=                                            ^ error[sort-key] 42P10: SELECT DISTINCT ON expressions must match initial ORDER BY expressions => sort by the columns of DISTINCT ON first
  PERFORM DISTINCT ON (s, n) s, n FROM t ORDER BY s, id;
--=                                                  ^^ error[sort-key] 42P10: SELECT DISTINCT ON expressions must match initial ORDER BY expressions => sort by the columns of DISTINCT ON first
  -- What Postgres takes.
  PERFORM * FROM t ORDER BY 3;
  PERFORM t.*, u.* FROM t, u ORDER BY 5;
  PERFORM n FROM t ORDER BY 'n'::text;
  PERFORM n, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC;
  PERFORM n FROM t UNION SELECT 1 ORDER BY n, 1;
  PERFORM n FROM t ORDER BY NEW.n;
  PERFORM DISTINCT n FROM t ORDER BY t.n;
  PERFORM DISTINCT n AS k FROM t ORDER BY k;
  PERFORM DISTINCT n + 1 FROM t ORDER BY n + 1;
  PERFORM DISTINCT * FROM t ORDER BY s;
  PERFORM DISTINCT id FROM t JOIN u USING (id) ORDER BY t.id;
  PERFORM DISTINCT ON (s) s, n FROM t ORDER BY s, n DESC;
  PERFORM DISTINCT ON (t.s) id AS n FROM t ORDER BY s, n;
  PERFORM DISTINCT ON (s, n) id FROM t ORDER BY n, s, id;
  PERFORM DISTINCT ON (s, n) id FROM t ORDER BY s;
  PERFORM DISTINCT ON (1) id FROM t ORDER BY id, n;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
