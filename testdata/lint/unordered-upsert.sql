CREATE TABLE t (id int PRIMARY KEY, parent int);
CREATE TABLE sums (parent int PRIMARY KEY, n bigint);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO sums SELECT parent, count(*) FROM rows GROUP BY parent ON CONFLICT (parent) DO UPDATE SET n = sums.n + excluded.n;
--=           ^^^^ note[unordered-upsert]: rows of "sums" are locked in the order in which they come => add ORDER BY
  RETURN NULL;
END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO sums SELECT parent, count(*) FROM rows GROUP BY parent ORDER BY parent ON CONFLICT (parent) DO UPDATE SET n = sums.n + excluded.n;
  INSERT INTO sums SELECT parent, count(*) FROM rows GROUP BY parent ON CONFLICT (parent) DO NOTHING;
  INSERT INTO sums VALUES (1, 2) ON CONFLICT (parent) DO UPDATE SET n = excluded.n;
  INSERT INTO sums SELECT parent, count(*) FROM rows GROUP BY parent;
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER INSERT ON t REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION a();
CREATE TRIGGER ok AFTER INSERT ON t REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION ok();
