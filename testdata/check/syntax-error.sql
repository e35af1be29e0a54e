-- pgtrigger: protect a delete when (OLD.n = )
--=                                        ^ error[syntax-error] 42601: syntax error at the end of expression
-- pgtrigger: protect b delete when ('é' = OLD.n OLD.id)
--=                                               ^^^ error[syntax-error] 42601: syntax error at or near "OLD"
-- pgtrigger: protect c delete when (OLD.n = 1, OLD.id = 2)
--=                                           ^ error[syntax-error] 42601: syntax error at or near ","
-- pgtrigger: protect d delete when (OLD.n = 1) FROM t
--=                                             ^^^^ error[unknown-clause] 42601: unexpected "FROM" in the clauses of protect => FROM is a clause of searchvector
-- pgtrigger: protect e delete when (OLD.n = 1 FROM t)
--=                                            ^^^^ error[syntax-error] 42601: syntax error at or near "FROM"
-- pgtrigger: protect f delete when (OLD.n = 1 AS x)
--=                                            ^^ error[syntax-error] 42601: syntax error at or near "AS"
-- pgtrigger: protect g delete when (OLD.n = 1) when
--=                                             ^^^^ error[duplicate-clause] 42601: WHEN is given twice
-- pgtrigger: protect h delete when (OLD.n ==== 1 AND)
--=                                               ^^^ error[syntax-error] 42601: syntax error at the end of expression
-- pgtrigger: protect i delete when (OLD.n; SELECT 1)
--=                                       ^ error[syntax-error] 42601: syntax error at or near ";"
-- pgtrigger: protect j delete when (SELECT 1)
--=                                  ^^^^^^ error[syntax-error] 42601: syntax error at or near "SELECT"
-- pgtrigger: protect k delete when (OLD.n IN ())
--=                                            ^ error[syntax-error] 42601: syntax error at or near "\)"
-- pgtrigger: set l set n = 1 +
--=                           ^ error[syntax-error] 42601: syntax error at the end of expression
-- pgtrigger: set m set n = (1
--=                         ^ error[syntax-error] 42601: unbalanced parenthesis
-- pgtrigger: set n set n = 1 2
--=                           ^ error[syntax-error] 42601: syntax error at or near "2"
-- pgtrigger: touch o (at) = now(
--=                             ^ error[syntax-error] 42601: unbalanced parenthesis
-- pgtrigger: run p after delete do (DELETE t)
--=                                         ^ error[syntax-error] 42601: syntax error at or near "t"
-- pgtrigger: run q after delete do (DELETE FROM t WHERE; UPDATE t SET)
--=                                                ^^^^^ error[syntax-error] 42601: syntax error at the end of statement
--=                                                                ^^^ error[syntax-error] 42601: syntax error at the end of statement
-- pgtrigger: run r after delete do (frobnicate)
--=                                  ^^^^^^^^^^ error[syntax-error] 42601: syntax error at or near "frobnicate"
-- pgtrigger: run s after delete do (DELETE FROM t WHERE id IN (OLD.id)
--=                                 ^ error[directive-syntax] 42601: this parenthesis is never closed
-- pgtrigger: trigger u before delete as $$ BEGIN RETRUN OLD; END $$
--=                                               ^^^^^^ error[syntax-error] 42601: syntax error at or near "RETRUN"
-- pgtrigger: trigger v before delete as $$ BEGIN IF OLD.n = 1 THEN RETURN OLD; END $$
--=                                                                                 ^^ error[syntax-error] 42601: syntax error at the end of the body => expected IF
-- pgtrigger: trigger w before delete as $$
--   BEGIN
--     DELETE FORM t WHERE id = 'é';
--=           ^^^^ error[syntax-error] 42601: syntax error at or near "FORM"
--     RETURN OLD;
--   END
--   $$
-- pgtrigger: trigger x before delete as 'nothing'
--=                                       ^^^^^^^ error[syntax-error] 42601: syntax error at or near "nothing" => expected DECLARE or BEGIN
-- pgtrigger: trigger y before delete as ''
--=                                      ^^ error[syntax-error] 42601: syntax error at the end of the body => expected DECLARE or BEGIN
-- pgtrigger: run z after delete do (SELECT 1 INTO x)
--=                                  ^^^^^^^^^^^^^^^ error[syntax-error] 42601: SELECT INTO cannot stand in a trigger: write CREATE TABLE … AS
-- pgtrigger: set aa set n = SELECT 1
--=                          ^^^^^^ error[syntax-error] 42601: syntax error at or near "SELECT"
-- pgtrigger: protect ab delete when ((OLD.n, 1) = (1, 2), 'é')
--=                                                      ^ error[syntax-error] 42601: syntax error at or near ","
-- pgtrigger: protect ok delete when ((OLD.n = 1) AND (OLD.id = 2 OR (OLD.n) IS NULL) /* ) */)
-- pgtrigger: protect ok_b delete when (OLD.n = 1 -- no end of it )
--   AND OLD.id = 2)
-- pgtrigger: run ok_c after delete do (DELETE FROM t; ; UPDATE t SET n = 1;)
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE TABLE u (id int PRIMRY KEY);
--=                    ^^^^^^ error[syntax-error] 42601: syntax error at or near "PRIMRY"
CREATE TABEL v (id int);
--=    ^^^^^ error[syntax-error] 42601: syntax error at or near "TABEL"
CREATE TABLE w (id int PRIMARY KEY);
SELECT 'é', 1 +;
--=             ^ error[syntax-error] 42601: syntax error at or near ";"
-- The text of EXECUTE is SQL, and read when it runs.
-- pgtrigger: trigger empty on of_text before update as $$ BEGIN EXECUTE ''; EXECUTE ' ; -- é'; RETURN NEW; END $$
CREATE TABLE of_text (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION of_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record; c refcursor;
BEGIN
  EXECUTE 'INSRT INTO of_text VALUES (''é'')';
--=        ^^^^^ error[syntax-error] 42601: syntax error at or near "INSRT"
  EXECUTE 'DELETE FROM of_text;; UPDATE of_text SET s = ''é'' WERE id = 1;';
--=                                                            ^^^^ error[syntax-error] 42601: syntax error at or near "WERE"
  EXECUTE 'DELETE FROM of_text WHERE';
--=                            ^^^^^ error[syntax-error] 42601: syntax error at end of input
  EXECUTE 'CREATE TABLE x (id int' || ', id int,)';
--=                                             ^ error[syntax-error] 42601: syntax error at or near "\)"
  EXECUTE E'DELETE FROM\tof_text WERE id = \'é\'';
--=                                   ^^ error[syntax-error] 42601: syntax error at or near "id"
  EXECUTE $q$ SELECT 'é' FRM of_text $q$;
--=                           ^^^^^^^ error[syntax-error] 42601: syntax error at or near "of_text"
  FOR r IN EXECUTE 'SELECT FROM FROM of_text' LOOP
--=                             ^^^^ error[syntax-error] 42601: syntax error at or near "FROM"
    NULL;
  END LOOP;
  OPEN c FOR EXECUTE 'SELECT (1';
--=                           ^ error[syntax-error] 42601: syntax error at end of input
  IF NEW.n > 0 THEN
    EXECUTE 'DELET FROM of_text';
--=          ^^^^^ warning[syntax-error]: syntax error at or near "DELET"
  END IF;
  BEGIN
    EXECUTE 'DELET FROM of_text';
  EXCEPTION WHEN syntax_error THEN
    NULL;
  END;
  EXECUTE 'LISTEN x; ALTER TABLE nowhere ADD COLUMN x int; DO $x$ nothing $x$';
  EXECUTE 'DELET ' || TG_OP;
  EXECUTE format('DELET', NEW.s);
  RETURN NEW;
END $$;
CREATE TRIGGER of_text BEFORE INSERT ON of_text FOR EACH ROW EXECUTE FUNCTION of_text();
-- A body in quotes doubles them.
CREATE FUNCTION quoted() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  EXECUTE ''UPDATE of_text SET s = ''''é'''' WERE id = 1'';
--=                                           ^^^^ error[syntax-error] 42601: syntax error at or near "WERE"
  RETURN OLD;
END';
CREATE TRIGGER quoted BEFORE DELETE ON of_text FOR EACH ROW EXECUTE FUNCTION quoted();
