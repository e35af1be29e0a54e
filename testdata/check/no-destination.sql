CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT 'é', n FROM t;
--= ^^^^^^^^^^^^^^^^^^^^^ error[no-destination] 42601: query has no destination for result data => write INTO, or PERFORM in the place of SELECT
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE i int;
BEGIN
    DELETE FROM t WHERE n = 1 RETURNING id;
--= ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-destination] 42601: query has no destination for result data => write INTO, or leave out RETURNING
    UPDATE t SET n = 2 WHERE n = 3 INTO i;
--=                                ^^^^^^ error[no-destination] 42601: INTO used with a command that cannot return data => write RETURNING
    SELECT n INTO i FROM t;
  RETURN NULL;
END $$;
CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE PROCEDURE gives(a int, OUT b int, INOUT c int DEFAULT NULL) LANGUAGE plpgsql AS $$ BEGIN b := 1; END $$;
CREATE TABLE called (id int PRIMARY KEY, n int);
CREATE FUNCTION calls() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  x int;
BEGIN
  CALL gives(1, 2);
--=             ^ error[no-destination] 42601: procedure parameter "b" is an output parameter but corresponding argument is not writable => write a variable
    CALL gives(1, x);
--=      ^^^^^ error[no-destination] 42601: procedure parameter "c" is an output parameter but corresponding argument is not writable => write a variable
  CALL gives(1, x, 3);
--=                ^ error[no-destination] 42601: procedure parameter "c" is an output parameter but corresponding argument is not writable => write a variable
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER INSERT ON called FOR EACH ROW EXECUTE FUNCTION calls();
CREATE TABLE of_text (id int PRIMARY KEY, n int);
CREATE FUNCTION of_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
  EXECUTE 'UPDATE of_text SET n = $1' INTO n USING NEW.n;
--=                                   ^^^^^^ error[no-destination] 42601: INTO used with a command that cannot return data => write RETURNING
  EXECUTE 'SELECT 1 INTO n FROM of_text';
--=        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-destination] 0A000: EXECUTE of SELECT ... INTO is not implemented => write INTO behind the text, or CREATE TABLE … AS
  EXECUTE 'UPDATE of_text SET n = 1 RETURNING n' INTO n;
  EXECUTE 'SHOW search_path; SELECT 1' INTO n;
  EXECUTE 'SELECT n FROM of_text';
  RETURN NEW;
END $$;
CREATE TRIGGER of_text BEFORE INSERT ON of_text FOR EACH ROW EXECUTE FUNCTION of_text();
