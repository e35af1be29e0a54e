CREATE SCHEMA s;
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE u (id int PRIMARY KEY, n int);
CREATE TABLE s.t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM t, t;
--=                 ^ error[duplicate-alias] 42712: table name "t" specified more than once => write AS with another name
  PERFORM 1 FROM t x JOIN u x ON true;
--=                       ^ error[duplicate-alias] 42712: table name "x" specified more than once => write AS with another name
  PERFORM 1 FROM t, u, LATERAL (SELECT 1) t;
--=                             ^^^^^^^^ error[duplicate-alias] 42712: table name "t" specified more than once => write AS with another name
  PERFORM 1 FROM s.t, u AS t;
--=                   ^ error[duplicate-alias] 42712: table name "t" specified more than once => write AS with another name
  PERFORM 1 FROM unnest('{1}'::int[]), unnest('{2}'::int[]);
--=                                    ^^^^^^^^^^^^^^^^^^^^ error[duplicate-alias] 42712: table name "unnest" specified more than once => write AS with another name
  UPDATE u SET n = 1 FROM u;
--=                       ^ error[duplicate-alias] 42712: table name "u" specified more than once => write AS with another name
  DELETE FROM u USING u;
--=                   ^ error[duplicate-alias] 42712: table name "u" specified more than once => write AS with another name
  WITH w AS (SELECT 1) SELECT 1 INTO NEW.n FROM w, w;
--=                                                ^ error[duplicate-alias] 42712: table name "w" specified more than once => write AS with another name
  MERGE INTO u USING u ON true WHEN MATCHED THEN DO NOTHING;
--=                  ^ error[duplicate-alias] 42712: table name "u" specified more than once => write AS with another name
  -- What Postgres takes.
  PERFORM 1 FROM t, s.t;
  PERFORM 1 FROM t, t AS t2;
  PERFORM 1 FROM t JOIN u USING (id) JOIN s.t t2 USING (id);
  PERFORM 1 FROM (t CROSS JOIN u) AS x, t;
  PERFORM 1 FROM t, (SELECT 1 FROM t) x;
  PERFORM 1 FROM t WHERE EXISTS (SELECT 1 FROM t);
  UPDATE u SET n = 1 FROM u other WHERE other.id = u.id;
  UPDATE u other SET n = 1 FROM u WHERE other.id = u.id;
  INSERT INTO u SELECT u.id + 1 FROM u;
  WITH w AS (SELECT 1) SELECT 1 INTO NEW.n FROM w a, w b;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
