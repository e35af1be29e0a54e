CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE PROCEDURE pr(int) LANGUAGE sql AS 'SELECT 1';
-- pgtrigger: protect a update when (pr(OLD.n) IS NULL)
--=                                  ^^ error[not-a-function] 42809: pr\(integer\) is a procedure => write CALL
-- pgtrigger: protect b update when ('é' = '' OR lower(DISTINCT OLD.s) = 'a')
--=                                               ^^^^^ error[not-a-function] 42809: lower\(text\) is not an aggregate function => leave out DISTINCT, ORDER BY and FILTER
-- pgtrigger: protect ok update when (abs(OLD.n) IS NULL)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE FUNCTION fn(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE gives(a int, OUT b int, INOUT c record DEFAULT NULL) LANGUAGE plpgsql AS $$ BEGIN b := 1; END $$;
CREATE TABLE called (id int PRIMARY KEY, n int);
CREATE FUNCTION calls() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x int;
  r record;
BEGIN
  CALL fn(1);
--=    ^^ error[not-a-function] 42809: fn\(integer\) is not a procedure => write PERFORM
  CALL pr(NEW.n);
  CALL gives(1, x);
--=    ^^^^^ error[no-destination] 42601: procedure parameter "c" is an output parameter but corresponding argument is not writable => write a variable
  CALL gives(1, x, r);
  CALL gives(1, NEW.n);
--=    ^^^^^ error[no-destination] 42601: procedure parameter "c" is an output parameter but corresponding argument is not writable => write a variable
  PERFORM pr(1);
--=       ^^ error[not-a-function] 42809: pr\(integer\) is a procedure => write CALL
  x := pr(1);
--=    ^^ error[not-a-function] 42809: pr\(integer\) is a procedure => write CALL
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER INSERT ON called FOR EACH ROW EXECUTE FUNCTION calls();
CREATE TABLE w (id int PRIMARY KEY);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM row_number() FROM w;
--=       ^^^^^^^^^^ error[not-a-function] 42809: window function row_number requires an OVER clause => write OVER \(…\)
  PERFORM lag(id) FROM w;
--=       ^^^ error[not-a-function] 42809: window function lag requires an OVER clause => write OVER \(…\)
  PERFORM abs(id) OVER () FROM w;
--=       ^^^ error[not-a-function] 42809: OVER specified, but abs is not a window function nor an aggregate function => leave out OVER
  PERFORM row_number() OVER (), sum(id) OVER (), lag(id) OVER (ORDER BY id) FROM w;
  PERFORM rank(1) WITHIN GROUP (ORDER BY id) FROM w;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION g();
