CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when (OLD.n = ANY (OLD.id))
--=                                               ^^^^^^ error[not-an-array] 42809: op ANY/ALL \(array\) requires array on right side, not integer => write an array, or a list with IN
-- pgtrigger: protect b update when ('é' = '' OR OLD.n[1] = 1)
--=                                               ^^^^^^^^ error[not-an-array] 42804: cannot subscript type integer because it does not support subscripting
-- pgtrigger: protect ok update when (OLD.n = ANY (OLD.ia) AND OLD.ia[1] = 1 AND OLD.j['a'] = '1')
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE FUNCTION elements() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int; y int; r record; l int[];
BEGIN
    NEW.n[1] := 1;
--= ^^^^^^^^ error[not-an-array] 42804: cannot subscript type integer because it does not support subscripting
  l[1] := 'abc';
--=       ^^^^^ error[bad-literal] 22P02: text "abc" is not of type integer
  l[1:2] := '{1,a}';
--=         ^^^^^^^ error[bad-literal] 22P02: text "\{1,a\}" is not of type integer
  l[1:2] := '{1,2}';
  FOREACH x IN ARRAY NEW.ia LOOP NULL; END LOOP;
  FOREACH x, y IN ARRAY NEW.ia LOOP NULL; END LOOP;
--=       ^ warning[type-mismatch]: cannot assign a value of type integer, which is not composite, to a row
  FOREACH r IN ARRAY NEW.ia LOOP NULL; END LOOP;
--=       ^ warning[type-mismatch]: cannot assign a value of type integer, which is not composite, to a row
  FOREACH r IN ARRAY ARRAY[NEW] LOOP NULL; END LOOP;
  FOREACH x SLICE 1 IN ARRAY NEW.ia LOOP NULL; END LOOP;
--=       ^ error[not-an-array] 42804: FOREACH \.\.\. SLICE loop variable must be of an array type
  FOREACH l SLICE 1 IN ARRAY NEW.ia LOOP NULL; END LOOP;
  FOREACH l IN ARRAY NEW.ia LOOP NULL; END LOOP;
--=       ^ error[not-an-array] 42804: FOREACH loop variable must not be of an array type
  RETURN NEW;
END $$;
CREATE TRIGGER elements BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION elements();
