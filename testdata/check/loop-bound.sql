CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  FOR é IN NULL..5 LOOP NULL; END LOOP;
--=         ^^^^ error[loop-bound] 22004: lower bound of FOR loop cannot be null
  FOR i IN 1..NULL::int LOOP NULL; END LOOP;
--=           ^^^^^^^^^ error[loop-bound] 22004: upper bound of FOR loop cannot be null
  FOR i IN 1..10 BY 0 LOOP NULL; END LOOP;
--=                 ^ error[loop-bound] 22023: BY value of FOR loop must be greater than zero
  FOR i IN 10..1 BY -1 LOOP NULL; END LOOP;
--=                 ^^ error[loop-bound] 22023: BY value of FOR loop must be greater than zero => write REVERSE, to count down
  IF NEW.n > 1 THEN FOR i IN 1..10 BY 0 LOOP NULL; END LOOP; END IF;
--=                                   ^ warning[loop-bound]: BY value of FOR loop must be greater than zero
  FOREACH x IN ARRAY NULL::int[] LOOP NULL; END LOOP;
--=                  ^^^^^^^^^^^ error[loop-bound] 22004: FOREACH expression must not be null
  FOR i IN 1..'x' LOOP NULL; END LOOP;
--=           ^^^ error[bad-literal] 22P02: text "x" is not of type integer
  FOR i IN 1..now() LOOP NULL; END LOOP;
--=           ^^^^^ error[type-mismatch] 22P02: a value of type timestamp with time zone is assigned to type integer by its text, which is none of that type => extract\(epoch FROM …\) is a number
  FOREACH x IN ARRAY ARRAY['1', 'x'] LOOP NULL; END LOOP;
--=                             ^^^ error[bad-literal] 22P02: text "x" is not of type integer
  FOREACH x IN ARRAY ARRAY['1', '2'] LOOP NULL; END LOOP;
  FOR i IN '1'..NEW.s LOOP NULL; END LOOP;
  FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP;
  FOR i IN 1..2.5 BY NEW.n LOOP NULL; END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
