CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE VIEW counted AS SELECT count(*) AS n FROM t;
CREATE VIEW joined AS SELECT a.id, b.n FROM t AS a, t AS b;
CREATE VIEW one AS VALUES (1);
CREATE VIEW several AS SELECT id FROM t UNION ALL SELECT id FROM t;
CREATE VIEW over_it AS SELECT n FROM counted;
CREATE VIEW plain AS SELECT id, n FROM t WHERE n > 1;
CREATE VIEW computed AS SELECT id + 1 AS id FROM t;
CREATE VIEW unknown AS SELECT * FROM generate_series(1, 2) AS id;
CREATE VIEW done AS SELECT count(*) AS n FROM t;
-- pgtrigger: run count instead of insert do (INSERT INTO t (id) VALUES (NEW.n))
CREATE VIEW directed AS SELECT count(*) AS n FROM t;
CREATE VIEW ruled AS SELECT count(*) AS n FROM t;
CREATE RULE r AS ON INSERT TO ruled DO INSTEAD NOTHING;
CREATE MATERIALIZED VIEW kept AS SELECT 1 AS id;
CREATE SEQUENCE numbers;
CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE ON done FOR EACH ROW EXECUTE FUNCTION instead();
CREATE VIEW over_done AS SELECT n FROM done;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO counted VALUES (1);
--=           ^^^^^^^ error[read-only] 55000: cannot insert into view "counted": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF INSERT
  UPDATE joined SET n = 1;
--=      ^^^^^^ error[read-only] 55000: cannot update view "joined": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF UPDATE
  DELETE FROM one;
--=           ^^^ error[read-only] 55000: cannot delete from view "one": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF DELETE
  WITH gone AS (DELETE FROM public.several RETURNING id) INSERT INTO t SELECT id FROM gone;
--=                         ^^^^^^^^^^^^^^ error[read-only] 55000: cannot delete from view "several": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF DELETE
  UPDATE over_it SET n = 1;
--=      ^^^^^^^ error[read-only] 55000: cannot update view "over_it": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF UPDATE
  INSERT INTO kept VALUES (1);
--=           ^^^^ error[read-only] 42809: cannot change materialized view "kept" => refresh it
  DELETE FROM numbers;
--=           ^^^^^^^ error[read-only] 42809: cannot change sequence "numbers" => call setval\(\)
  INSERT INTO plain VALUES (1, 2);
  DELETE FROM computed;
  DELETE FROM unknown;
--=           ^^^^^^^ error[read-only] 55000: cannot delete from view "unknown": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF DELETE
  INSERT INTO done VALUES (1);
  INSERT INTO over_done VALUES (1);
  DELETE FROM over_done;
--=           ^^^^^^^^^ error[read-only] 55000: cannot delete from view "over_done": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF DELETE
  DELETE FROM done;
--=           ^^^^ error[read-only] 55000: cannot delete from view "done": it does not show rows of one table as they are => write the table behind it, or give the view a trigger INSTEAD OF DELETE
  INSERT INTO directed VALUES (1);
  INSERT INTO ruled VALUES (1);
  RETURN NULL;
END $$;
CREATE TRIGGER tr AFTER TRUNCATE ON t EXECUTE FUNCTION f();
