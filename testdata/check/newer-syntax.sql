-- pgtrigger: protect a update when (NEW.n > 1_000)
--=                                          ^^^^^ error[newer-syntax] 42601: an underscore in a number needs Postgres 16, and the target is 15 => write 1000
-- pgtrigger: protect b update when (NEW.s = 'é' and NEW.n = 0xFF)
--=                                                           ^^^^ error[newer-syntax] 42601: needs Postgres 16 => write 255
-- pgtrigger: protect c update when (NEW.s is json)
--=                                        ^^^^^^^ error[newer-syntax] 42601: IS JSON needs Postgres 16
-- pgtrigger: protect d update when (NEW.s = system_user)
--=                                          ^^^^^^^^^^^ error[newer-syntax] 42703: SYSTEM_USER needs Postgres 16
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n int := 0b11; r record; v t.n%TYPE[];
--=              ^^^^ error[newer-syntax] 42601: needs Postgres 16 => write 3
--=                                        ^^ error[newer-syntax] 42601: an array of \%TYPE or \%ROWTYPE needs Postgres 17
BEGIN
  FOR r IN SELECT 'é' FROM (SELECT 1) LOOP NULL; END LOOP;
--=                         ^^^^^^^^^^ error[newer-syntax] 42601: a subquery in FROM without an alias needs Postgres 16
  GET DIAGNOSTICS n = PG_ROUTINE_OID;
--=                   ^^^^^^^^^^^^^^ error[newer-syntax] 42601: PG_ROUTINE_OID needs Postgres 16
  r := json_object('k': 1);
--=    ^^^^^^^^^^^ error[newer-syntax] 42601: JSON_OBJECT of this form needs Postgres 16
  RETURN NEW;
END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r json; v t.n%TYPE;
BEGIN
  r := json_object('{k, 1}');
  SELECT x FROM (SELECT 1) AS s (x) INTO v;
  RETURN NEW;
END $$;
