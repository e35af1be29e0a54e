CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'DELETE FROM t WHERE s = ''é'' AND id = NEW.id';
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[dynamic-row] 42P01: missing FROM-clause entry for table "new": the text does not see the variables of the function => pass it by USING, and write \$1
  EXECUTE 'DELETE FROM t WHERE id = $1';
--=       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[dynamic-row] 42P02: there is no parameter \$1 => write USING
  EXECUTE 'DELETE FROM t WHERE id = $1' USING NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
