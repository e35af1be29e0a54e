CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (n int, at date, s text);
-- pgtrigger: protect a update when (CASE WHEN OLD.b THEN OLD.n ELSE OLD.d END IS NULL)
--=                                                       ^^^^^ error[type-mismatch] 42804: CASE types date and integer cannot be matched => cast one of them
-- pgtrigger: protect b update when ('é' = '' OR coalesce(OLD.n, OLD.s) = 1)
--=                                                               ^^^^^ error[type-mismatch] 42804: COALESCE types integer and text cannot be matched => cast one of them
-- pgtrigger: protect c update when (ARRAY[OLD.n, OLD.s] IS NULL)
--=                                               ^^^^^ error[type-mismatch] 42804: ARRAY types integer and text cannot be matched => cast one of them
-- pgtrigger: protect d update when (ARRAY[] IS NULL)
--=                                  ^^^^^^^ error[type-mismatch] 42P18: cannot determine type of empty array => write ARRAY\[\]::type\[\]
-- pgtrigger: protect e update when (array_length('{1}', 1) = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ error[type-mismatch] 42804: could not determine polymorphic type because input has type unknown => cast the literal
-- pgtrigger: run f after insert do (INSERT INTO log (n, at) VALUES (NEW.s, NEW.n))
--=                                                                  ^^^^^ error[type-mismatch] 42804: column "n" is of type integer but expression is of type text => cast it, if that is meant
--=                                                                         ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type integer => cast it, if that is meant
-- pgtrigger: run g after insert do (UPDATE log SET at = NEW.n WHERE n = 1)
--=                                                      ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type integer => cast it, if that is meant
-- pgtrigger: run h after insert do (INSERT INTO log SELECT NEW.id, NEW.b, NEW.s)
--=                                                                 ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type boolean => cast it, if that is meant
-- pgtrigger: protect i update when (OLD.n IN (SELECT l.n FROM log AS l UNION SELECT l.at FROM log AS l))
--=                                                                                  ^^^^ error[type-mismatch] 42804: UNION types integer and date cannot be matched => cast one of them
-- pgtrigger: run ok after insert do (INSERT INTO log (n, at, s) VALUES (NEW.id, '2020-01-01', NEW.m); UPDATE log SET n = NEW.id * 2.5)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
CREATE TYPE kind AS ENUM ('low', 'high');
CREATE TYPE size AS ENUM ('1', '2');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN small AS int;
CREATE TABLE conv (id int PRIMARY KEY, n int, s text, flag boolean, must boolean NOT NULL, k kind, z size, p pair, ia int[], d date, ts timestamptz, u uuid, j jsonb, q small);
CREATE TABLE conv_log (n int, s text);
CREATE FUNCTION conv() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int := 'é'; y boolean := 2; v pair; c CURSOR (k int) FOR SELECT true;
--=              ^^^^ error[bad-literal] 22P02: text "é" is not of type integer
--=                                 ^ error[bad-literal] 22P02: text "2" is not of type boolean => write a comparison
BEGIN
  NEW.flag := 2;
--=           ^ error[bad-literal] 22P02: text "2" is not of type boolean => write a comparison
  NEW.flag := -1;
--=           ^^ error[bad-literal] 22P02: text "-1" is not of type boolean => write a comparison
  NEW.k := 'middle'::text;
--=        ^^^^^^^^^^^^^^ error[enum-label] 22P02: enum "kind" has no label "middle" => labels are "low", "high"
  NEW.k := true;
--=        ^^^^ error[type-mismatch] 22P02: a value of type boolean is assigned to type kind by its text, which is none of that type
  NEW.ia := 5;
--=         ^ error[type-mismatch] 22P02: a value of type integer is assigned to type integer\[\] by its text, which is none of that type
  NEW.ia := ARRAY['1', 'x'];
--=                    ^^^ error[bad-literal] 22P02: text "x" is not of type integer
  NEW.p := 'x';
--=        ^^^ error[bad-literal] 22P02: malformed record literal: "x"
  NEW.p := '(1)';
--=        ^^^^^ error[bad-literal] 22P02: malformed record literal: "\(1\)"
  NEW.p := '(x,y)';
--=        ^^^^^^^ error[bad-literal] 22P02: text "x" is not of type integer
  NEW.p := ROW(1, 'b', 'c');
--=        ^^^^^^^^^^^^^^^^ error[row-size] 22P02: malformed record literal: type pair has 2 fields, not 3
  NEW.n := NEW.must;
--=        ^^^^^^^^ error[type-mismatch] 22P02: a value of type boolean is assigned to type integer by its text, which is none of that type => cast it to integer
  NEW.n := NEW.flag;
--=        ^^^^^^^^ warning[type-mismatch]: assigning a value of type boolean to type integer works for NULL alone, and fails for any other value => cast it to integer
  NEW.n := now();
--=        ^^^^^ error[type-mismatch] 22P02: a value of type timestamp with time zone is assigned to type integer by its text, which is none of that type => extract\(epoch FROM …\) is a number
  NEW.q := now() - current_timestamp;
--=        ^^^^^^^^^^^^^^^^^^^^^^^^^ error[type-mismatch] 22P02: a value of type interval is assigned to type small by its text, which is none of that type => extract\(epoch FROM …\) is a number
  NEW.n := NEW.k;
--=        ^^^^^ warning[type-mismatch]: assigning a value of type kind to type integer works for NULL alone, and fails for any other value
  NEW.j := NEW;
--=        ^^^ error[type-mismatch] 22P02: a value of type conv is assigned to type jsonb by its text, which is none of that type => write to_jsonb\(…\)
  NEW.u := 5;
--=        ^ error[type-mismatch] 22P02: a value of type integer is assigned to type uuid by its text, which is none of that type
  NEW.ia[1] := true;
--=            ^^^^ error[type-mismatch] 22P02: a value of type boolean is assigned to type integer by its text, which is none of that type => cast it to integer
  NEW.n := CASE WHEN NEW.s = '' THEN 'high' ELSE 'low' END;
--=                                  ^^^^^^ error[bad-literal] 22P02: text "high" is not of type integer
--=                                              ^^^^^ error[bad-literal] 22P02: text "low" is not of type integer
  NEW.n := CASE WHEN NEW.s = '' THEN 'high' ELSE '1' END;
--=                                  ^^^^^^ warning[bad-literal]: text "high" is not of type integer
  NEW.n := coalesce(NEW.s, 'none');
--=                        ^^^^^^ warning[bad-literal]: text "none" is not of type integer
  NEW.n := (SELECT 'x'::text);
--=                ^^^^^^^^^ error[bad-literal] 22P02: text "x" is not of type integer
  NEW.n := count(*) > 1 FROM conv_log;
--=        ^^^^^^^^^^^^ error[type-mismatch] 22P02: a value of type boolean is assigned to type integer by its text, which is none of that type => cast it to integer
  x := NEW;
--=    ^^^ error[type-mismatch] 22P02: a value of type conv is assigned to type integer by its text, which is none of that type => name one of its columns
  SELECT 'abc' INTO x;
--=      ^^^^^ error[bad-literal] 22P02: text "abc" is not of type integer
  SELECT 1, 'abc' INTO x, NEW.n;
--=         ^^^^^ error[bad-literal] 22P02: text "abc" is not of type integer
  SELECT 'abc' INTO x FROM conv_log;
--=      ^^^^^ warning[bad-literal]: text "abc" is not of type integer
  INSERT INTO conv_log VALUES (1, 'a') RETURNING 'x' INTO x;
--=                                              ^^^ error[bad-literal] 22P02: text "x" is not of type integer
  EXECUTE 'SELECT ''abc''' INTO x;
--=               ^^^^^^^ error[bad-literal] 22P02: text "abc" is not of type integer
  FOR x IN SELECT s IS NULL FROM conv_log LOOP NULL; END LOOP;
--=               ^^^^^^^^^ warning[type-mismatch]: a value of type boolean is assigned to type integer by its text, which is none of that type => cast it to integer
  OPEN c('x');
--=      ^^^ error[bad-literal] 22P02: text "x" is not of type integer
  FETCH c INTO x;
--=            ^ warning[type-mismatch]: assigning a value of type boolean to type integer works for NULL alone, and fails for any other value => cast it to integer
  CASE NEW.n WHEN 'x' THEN NULL; WHEN 1, 'y' THEN NULL; ELSE NULL; END CASE;
--=               ^^^ error[bad-literal] 22P02: text "x" is not of type integer
--=                                      ^^^ warning[bad-literal]: text "y" is not of type integer
  IF NEW.n > 1 THEN NEW.flag := 'maybe'::varchar; END IF;
--=                             ^^^^^^^^^^^^^^^^ warning[bad-literal]: text "maybe" is not of type boolean => write a comparison
  BEGIN NEW.n := 'x'::text; EXCEPTION WHEN invalid_text_representation THEN NEW.n := 0; END;
  NEW.flag := 1;
  NEW.n := NEW.s;
  NEW.n := NEW.z;
  NEW.n := '5'::text;
  NEW.n := NEW.must::int;
  NEW.n := NEW.j -> 'n';
  NEW.n := coalesce(NEW.s, '0');
  NEW.n := NULL;
  NEW.s := NEW;
  NEW.z := 1;
  NEW.k := NEW.s;
  NEW.d := 20200101;
  NEW.d := NEW.ts;
  NEW.ts := NEW.d;
  NEW.j := NEW.n;
  NEW.j := NEW.ia;
  NEW.ia := ARRAY['1', '2'];
  NEW.ia := NEW.j;
  NEW.ia[1] := '5'::text;
  NEW.p := '(1,"b,c")';
  NEW.p := (1, 2);
  NEW.flag := CASE WHEN NEW.s = '' THEN 'yes' ELSE 'no' END;
  NEW.flag := CASE WHEN NEW.s = '' THEN 1 ELSE 0 END;
  v := ROW(1, 'b', 'c');
  v := '(1,b)';
  SELECT count(*) INTO y FROM conv_log;
  SELECT '5' INTO x;
  CASE NEW.n WHEN '1' THEN NULL; ELSE NULL; END CASE;
  CASE NEW.s WHEN 'a', 'b' THEN NULL; ELSE NULL; END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER conv BEFORE INSERT ON conv FOR EACH ROW EXECUTE FUNCTION conv();
CREATE TABLE conv2 (id int PRIMARY KEY, d date);
CREATE FUNCTION conv2() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.d := EXISTS (SELECT 1 FROM conv_log);
--=        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[type-mismatch] 22007: a value of type boolean is assigned to type date by its text, which is none of that type
  RETURN NEW;
END $$;
CREATE TRIGGER conv2 BEFORE INSERT ON conv2 FOR EACH ROW EXECUTE FUNCTION conv2();
