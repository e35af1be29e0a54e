CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: run a after insert do (INSERT INTO log SELECT 1, 2 UNION SELECT 1)
--=                                                                    ^^^^^^^^ error[query-columns] 42601: each UNION query must have the same number of columns: 2 and 1
-- pgtrigger: run b after insert do (INSERT INTO log VALUES (1, 2), (3))
--=                                                                  ^ error[query-columns] 42601: VALUES lists must all be the same length: 2 and 1
-- pgtrigger: run ok after insert do (INSERT INTO log SELECT 1, 2 UNION SELECT 3, 4; INSERT INTO log VALUES (1, 2), (3, NEW.id))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE FUNCTION one() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int := 1, 2; r record;
--=              ^^^^ error[query-columns] 42601: assignment source returned 2 columns
BEGIN
  x := NEW.*;
--=    ^^^^^ error[query-columns] 42601: assignment source returned 9 columns
  x := n, id FROM t;
--=    ^^^^^^^^^^^^ error[query-columns] 42601: assignment source returned 2 columns
  r := NEW.*;
--=    ^^^^^ error[query-columns] 42601: assignment source returned 9 columns
  r := t FROM t LIMIT 1;
  IF NEW.n, 1 THEN NULL; END IF;
--=  ^^^^^^^^ error[query-columns] 42601: query returned 2 columns
  CASE x WHEN 1, 2 THEN NULL; ELSE NULL; END CASE;
  PERFORM 1, NEW.*;
  RAISE NOTICE '%', NEW.*;
--=                 ^^^^^ error[query-columns] 42601: query returned 9 columns
  EXECUTE 'SELECT $1' USING (NEW).*;
--=                         ^^^^^^^ error[query-columns] 42601: query returned 9 columns
  RETURN NEW.*;
--=      ^^^^^ error[query-columns] 42601: query returned 9 columns
END $$;
CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION one();
