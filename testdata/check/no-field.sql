CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when ((OLD.n).x = 1)
--=                                          ^ error[no-field] 42809: column notation \.x applied to type integer, which is not a composite type
-- pgtrigger: protect b update when ((OLD.ad).zap = 1)
--=                                           ^^^ error[unknown-column] 42703: type "address" has no field "zap" => did you mean "zip"\?
-- pgtrigger: protect ok update when ((OLD.ad).zip = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE FUNCTION fields() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r t%ROWTYPE; l int[]; p point; o CURSOR FOR SELECT 1 AS one;
BEGIN
  r.n.b := 1;
--=   ^ error[no-field] 42804: cannot assign to field "b" of column "r" because its type integer is not a composite type
  l[1].f := 1;
--=    ^ error[no-field] 42804: cannot assign to field "f" of column "l" because its type integer is not a composite type
  NEW.ad.zip.f := 1;
--=          ^ error[no-field] 42804: cannot assign to field "f" of column "new" because its type integer is not a composite type
  NEW.j['a'].f := '1';
--=          ^ error[no-field] 42804: cannot assign to field "f" of column "new" because its type jsonb is not a composite type
  NEW.ad.zip := 1;
  NEW.j['a']['b'] := '1';
  p[0] := NEW.n;
  NEW.n := p[1];
    r.* := NEW;
--= ^^^ error[body-statement] 0A000: row expansion via "\*" is not supported here => assign the whole variable
  FOR z IN o LOOP NEW.n := z.one; NEW.n := z.two; END LOOP;
--=                                          ^^^ warning[unknown-column]: record "z" has no field "two"
  RETURN NEW;
END $$;
CREATE TRIGGER fields BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION fields();
