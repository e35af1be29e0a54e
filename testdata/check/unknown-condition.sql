CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN NEW; EXCEPTION WHEN division_by_zero OR uniqe_violation THEN RAISE 'é'; END $$;
--=                                                  ^^^^^^^^^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "uniqe_violation" => did you mean "unique_violation"\?
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION others USING MESSAGE = 'é'; END $$;
--=                   ^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "others"
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE unique_violation; EXCEPTION WHEN unique_violation OR SQLSTATE '23503' THEN RETURN NULL; WHEN OTHERS THEN RETURN NULL; END $$;
-- ERRCODE is looked up when it is raised.
CREATE TABLE codes (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION codes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE NOTICE 'é' USING ERRCODE = 'uniq_violation';
--=                                 ^^^^^^^^^^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "uniq_violation" => did you mean "unique_violation"\?
  RAISE NOTICE USING MESSAGE = 'é', ERRCODE = 'Unique_Violation';
--=                                            ^^^^^^^^^^^^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "Unique_Violation" => did you mean "unique_violation"\?
  RAISE NOTICE 'x' USING ERRCODE = '2350a', HINT = 'é';
--=                                ^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "2350a"
  RAISE NOTICE 'x' USING ERRCODE = 1;
--=                                ^ error[unknown-condition] 42704: unrecognized exception condition "1"
  RAISE NOTICE 'x' USING ERRCODE = 'others';
--=                                ^^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "others"
  IF NEW.n > 1 THEN
    RAISE EXCEPTION 'no' USING ERRCODE = '';
--=                                      ^^ warning[unknown-condition]: unrecognized exception condition ""
  END IF;
  RAISE NOTICE 'x' USING ERRCODE = 'unique_violation';
  RAISE NOTICE 'x' USING ERRCODE = '23505';
  RAISE NOTICE 'x' USING ERRCODE = 23505;
  RAISE NOTICE 'x' USING ERRCODE = 'ABC12';
  RAISE NOTICE 'x' USING ERRCODE = NEW.s;
  RAISE NOTICE 'x' USING ERRCODE = 'no' || NEW.s;
--=                                        ^^^^^ warning[null-concat]: RAISE fails, since an option is NULL, if NEW\.s is NULL: \|\| with NULL is NULL as a whole => write COALESCE\(NEW\.s, ''\), or concat\(\) or format\(\) in the place of \|\|
  RAISE NOTICE 'x' USING HINT = 'no_such';
  RETURN NEW;
END $$;
CREATE TRIGGER codes BEFORE INSERT ON codes FOR EACH ROW EXECUTE FUNCTION codes();
