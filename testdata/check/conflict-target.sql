CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (a int PRIMARY KEY, b int);
-- pgtrigger: run a after insert do (INSERT INTO log VALUES (1, 2) ON CONFLICT (b) DO NOTHING)
--=                                                                ^^ error[conflict-target] 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification => name the columns of a primary key or unique constraint
-- pgtrigger: run ok after insert do (INSERT INTO log VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = excluded.b + log.b; INSERT INTO log VALUES (1) ON CONFLICT DO NOTHING)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE TABLE keyed (id int PRIMARY KEY, a int UNIQUE, b int, c int CHECK (c > 0), CONSTRAINT both_of UNIQUE (a, b));
CREATE UNIQUE INDEX only_b ON keyed (b);
CREATE TABLE w (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO keyed VALUES (1) ON CONFLICT DO UPDATE SET b = 1;
--=                            ^^ error[conflict-target] 42601: ON CONFLICT DO UPDATE requires inference specification or constraint name => write ON CONFLICT \(columns\) DO UPDATE
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT keyed_key DO NOTHING;
--=                            ^^ error[conflict-target] 42704: constraint "keyed_key" for table "keyed" does not exist => did you mean "keyed_a_key"\?
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT only_b DO UPDATE SET b = 1;
--=                            ^^ error[conflict-target] 42704: constraint "only_b" for table "keyed" does not exist: it is a unique index => write ON CONFLICT \(columns\)
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT keyed_c_check DO NOTHING;
--=                            ^^ error[conflict-target] 42809: constraint "keyed_c_check" of ON CONFLICT has no index
  INSERT INTO keyed VALUES (1) ON CONFLICT DO NOTHING;
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT keyed_pkey DO NOTHING;
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT keyed_a_key DO UPDATE SET b = 1;
  INSERT INTO keyed VALUES (1) ON CONFLICT ON CONSTRAINT both_of DO UPDATE SET b = 1;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
