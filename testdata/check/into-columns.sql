CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int; y int := 7; "é" int; r record; row t; p pair; l pair[]; cur CURSOR FOR SELECT id, n FROM t;
BEGIN
  SELECT 1, 2 INTO x;
--=                ^ warning[into-columns]: the query has 2 columns, and there is 1 target: the value of the rest is dropped => leave out what is not wanted
  SELECT 1 INTO x, y, "é";
--=             ^^^^^^^^^^ warning[into-columns]: the query has 1 column, and there are 3 targets: "y" becomes NULL => leave out what is not wanted, or name a column for it
  SELECT id n FROM t INTO x, y;
--=                       ^^^^ warning[into-columns]: the query has 1 column, and there are 2 targets: "y" becomes NULL
  SELECT * INTO x, NEW.s FROM t;
--=             ^^^^^^^^ warning[into-columns]: the query has 3 columns, and there are 2 targets: the value of the rest is dropped
  SELECT 1, 2, 3 INTO p;
--=                   ^ warning[into-columns]: the query has 3 columns, and there are 2 targets
  SELECT id, n INTO row FROM t;
--=                 ^^^ warning[into-columns]: the query has 2 columns, and there are 3 targets: "s" becomes NULL
  UPDATE t SET n = 1 WHERE id = NEW.id + 1 RETURNING t.id, t.n INTO NEW.n;
--=                                                                 ^^^^^ warning[into-columns]: the query has 2 columns, and there is 1 target
  FOR x, y IN SELECT t.id FROM t LOOP NULL; END LOOP;
--=   ^^^^ warning[into-columns]: the query has 1 column, and there are 2 targets: "y" becomes NULL
  OPEN cur;
  FETCH cur INTO x;
--=              ^ warning[into-columns]: the query has 2 columns, and there is 1 target
  FETCH cur INTO x, y;
  FETCH cur INTO r;
  SELECT 1, 2 INTO r;
  SELECT 1, 2 INTO x, y;
  SELECT * INTO row FROM t;
  SELECT t.* INTO x, y, NEW.s FROM t;
  SELECT a.* INTO x FROM json_to_record('{}') AS a(n int);
  SELECT 1, 2 INTO p;
  EXECUTE 'SELECT 1' INTO x, y;
--=                       ^^^^ warning[into-columns]: the query has 1 column, and there are 2 targets: "y" becomes NULL
  EXECUTE 'SELECT 1, 2' INTO x, y;
  EXECUTE format('SELECT %L', 'é') INTO x, y;
  FOR r IN SELECT 1, 2 LOOP NULL; END LOOP;
  FOREACH p IN ARRAY l LOOP NULL; END LOOP;
  FOR x IN SELECT id FROM t LOOP NULL; END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger own on t after insert as $$ DECLARE x int; BEGIN SELECT 1, 2 INTO x; RETURN NULL; END $$
--=                                                                                     ^ warning[into-columns]: the query has 2 columns, and there is 1 target
