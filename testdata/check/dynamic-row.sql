CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE who int := 1; missing int; r record;
BEGIN
  EXECUTE 'DELETE FROM t WHERE s = ''é'' AND id = NEW.id';
--=                                                ^^^ error[dynamic-row] 42P01: missing FROM-clause entry for table "new": the text does not see the variables of the function => pass it by USING, and write \$1
  EXECUTE 'DELETE FROM t WHERE id = $1';
--=                                 ^^ error[dynamic-row] 42P02: there is no parameter \$1 => write USING
  EXECUTE 'DELETE FROM t WHERE id = $1' USING NEW.id;
  EXECUTE 'INSERT INTO t(id, s) VALUES ($1, $3)' USING NEW.id, 'é';
--=                                         ^^ error[dynamic-row] 42P02: there is no parameter \$3 => USING has 2
  EXECUTE $q$DELETE FROM t WHERE s = 'é' AND id = who$q$;
--=                                                ^^^ error[dynamic-row] 42703: column "who" does not exist: the text does not see the variables of the function => pass it by USING, and write \$1
  EXECUTE 'SELECT id FROM t WHERE s = TG_OP' INTO missing;
--=                                   ^^^^^ error[dynamic-row] 42703: column "tg_op" does not exist: the text does not see the variables of the function => pass it by USING, and write \$1
  FOR r IN EXECUTE 'SELECT OLD.id FROM t' LOOP
--=                        ^^^ error[dynamic-row] 42P01: missing FROM-clause entry for table "old": the text does not see the variables of the function => pass it by USING, and write \$1
    NULL;
  END LOOP;
  IF NEW.n > 1 THEN
    EXECUTE 'DELETE FROM t ' || 'WHERE id = NEW.id';
--=                                         ^^^ warning[dynamic-row]: missing FROM-clause entry for table "new": the text does not see the variables of the function => pass it by USING, and write \$1
  END IF;
  -- A query can have such names itself, and a text is no name.
  EXECUTE 'UPDATE t SET n = new.n FROM t AS new WHERE t.id = new.id AND t.s <> ''NEW.id'' AND t.s <> $q$ $1 OLD.id $q$ -- NEW.id';
  EXECUTE 'CREATE RULE r AS ON DELETE TO t DO ALSO UPDATE t SET n = OLD.n';
  EXECUTE format('DELETE FROM t WHERE id = %s', NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
