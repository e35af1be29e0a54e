CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM o JOIN n ON o.id = n.id WHERE o.n <> n.n) THEN RAISE 'no'; END IF;
--=  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[slow-statement]: nested loop over the old and the new rows => EXCEPT
  PERFORM 1 WHERE EXISTS (SELECT FROM o, n AS m WHERE o.id = m.id);
--=               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[slow-statement]: nested loop
  RETURN NULL;
END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT id, n FROM o EXCEPT SELECT id, n FROM n) THEN RAISE 'no'; END IF;
  IF EXISTS (SELECT FROM o FULL JOIN n ON o.id = n.id WHERE o.n IS DISTINCT FROM n.n) THEN RAISE 'no'; END IF;
  IF EXISTS (SELECT FROM o JOIN t ON o.id = t.id) THEN RAISE 'no'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION a();
CREATE TRIGGER ok AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION ok();
