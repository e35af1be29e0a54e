CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int, b int);
-- pgtrigger: protect a update when ((OLD.n, OLD.id) = (1, 2, 3))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[row-size] 42601: unequal number of entries in row expressions: 2 and 3
-- pgtrigger: run b after insert do (UPDATE log SET (a, b) = (SELECT NEW.id))
--=                                                          ^^^^^^^^^^^^^^^ error[row-size] 42601: number of columns does not match number of values: 2 and 1
-- pgtrigger: run c after insert do (UPDATE log SET (a, b) = (1, 2, 3))
--=                                                          ^^^^^^^^^ error[row-size] 42601: number of columns does not match number of values: 2 and 3
-- pgtrigger: protect ok update when ((OLD.n, OLD.id) = (1, 2) AND (OLD.n, OLD.id) IN ((1, 2), (3, 4)))
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE TABLE w (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE log SET (a, b) = (1);
--=                        ^ error[row-size] 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW\(\) expression => write ROW\(…\), a subquery, or as many values as there are columns
  UPDATE log SET (a) = 1;
--=                    ^ error[row-size] 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW\(\) expression => write ROW\(…\), a subquery, or as many values as there are columns
  UPDATE log SET (a, b) = NULL;
--=                       ^^^^ error[row-size] 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW\(\) expression => write ROW\(…\), a subquery, or as many values as there are columns
  UPDATE log SET (a) = ROW(1);
  UPDATE log SET (a, b) = ROW(log.*);
  UPDATE log SET (a, b) = (SELECT 1, 2);
  UPDATE log SET (a, b) = (NULL, DEFAULT);
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
