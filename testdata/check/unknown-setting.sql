-- pgtrigger: protect a update when (current_setting('app.unset') = 'x')
--=                                                  ^^^^^^^^^^^ error[unknown-setting] 42704: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
-- pgtrigger: protect b update when (NEW.n > 1 AND current_setting('APP.Unset', false) = 'x')
--=                                                                ^^^^^^^^^^^ warning[unknown-setting]: nothing in the schema gives setting "APP\.Unset" a value, and current_setting fails without one => write current_setting\('APP\.Unset', true\), which is NULL then
-- pgtrigger: set c set s = current_setting('app.unset')
--=                                         ^^^^^^^^^^^ error[unknown-setting] 42704: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
-- pgtrigger: protect ok update when (current_setting('app.unset2', true) = 'x' OR current_setting('work_mem') = 'x' OR current_setting(NEW.s) = 'x' OR current_setting('app.x', NEW.n = 1) = 'x')
CREATE TABLE t (id int PRIMARY KEY, n int, s text, flag boolean);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v text := pg_catalog.current_setting('app.é');
--=                                          ^^^^^^^^ error[unknown-setting] 42704: nothing in the schema gives setting "app\.é" a value, and current_setting fails without one => write current_setting\('app\.é', true\), which is NULL then
BEGIN
  IF NEW.n > 1 THEN NEW.s := current_setting('app.unset'); END IF;
--=                                          ^^^^^^^^^^^ warning[unknown-setting]: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
  NEW.s := coalesce(NEW.s, current_setting('app.unset'));
--=                                        ^^^^^^^^^^^ warning[unknown-setting]: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
  PERFORM current_setting('app.unset') FROM t WHERE id = NEW.id;
--=                       ^^^^^^^^^^^ warning[unknown-setting]: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
  v := current_setting('work_men');
--=                    ^^^^^^^^^^ error[unknown-setting] 42704: unrecognized configuration parameter "work_men" => did you mean "work_mem"\?
  v := current_setting('role') || current_setting('TimeZone') || current_setting('nope', true) || current_setting('transaction_timeout');
  PERFORM set_config('nope', 'x', true);
--=                  ^^^^^^ error[unknown-setting] 42704: unrecognized configuration parameter "nope" => did you mean "role"\?
  PERFORM set_config('search_path', '', true), set_config('my.own', 'x', true);
  IF NEW.n > 1 THEN SET LOCAL nope = 'x'; END IF;
--=                 ^^^^^^^^^^^^^^^^^^^^ warning[unknown-setting]: unrecognized configuration parameter "nope" => did you mean "role"\?
    SET nope TO DEFAULT;
--= ^^^^^^^^^^^^^^^^^^^ error[unknown-setting] 42704: unrecognized configuration parameter "nope" => did you mean "role"\?
    RESET "nope";
--= ^^^^^^^^^^^^ error[unknown-setting] 42704: unrecognized configuration parameter "nope" => did you mean "role"\?
  EXECUTE 'SET LOCAL nope = 1';
--=        ^^^^^^^^^^^^^^^^^^ error[unknown-setting] 42704: unrecognized configuration parameter "nope" => did you mean "role"\?
  SET LOCAL "lock_timeout" = '1s';
  SET TIME ZONE 'UTC';
  SET LOCAL my.own = 'x';
  SET statement_timeout TO 0;
  SET CONSTRAINTS ALL DEFERRED;
  BEGIN v := current_setting('app.unset'); EXCEPTION WHEN undefined_object THEN v := ''; END;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- What some text sets may have a value, in a function, or in another session.
ALTER DATABASE shop SET App.Db = 'x';
ALTER ROLE app SET "app"."role" TO 'x';
SET app.session = '1';
CREATE FUNCTION f2() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config ( 'app.configured', 'x', true);
  IF current_setting('app.tested', true) IS NULL THEN RETURN OLD; END IF;
  OLD.s := concat(current_setting('app.db'), current_setting('app.role'), current_setting('app.session'), current_setting('app.configured'),
    current_setting('app.tested'), current_setting('app.own'), current_setting('request.jwt.claims'), current_setting('pg_trgm.similarity_threshold'));
  RETURN OLD;
END $$ SET app.own = 'x';
CREATE EXTENSION pg_trgm;
CREATE TRIGGER tr2 BEFORE DELETE ON t FOR EACH ROW WHEN (current_setting('app.unset') = 'x' OR OLD.n = 1) EXECUTE FUNCTION f2();
--=                                                                      ^^^^^^^^^^^ error[unknown-setting] 42704: nothing in the schema gives setting "app\.unset" a value, and current_setting fails without one => write current_setting\('app\.unset', true\), which is NULL then
