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
CREATE TABLE later (
  id int, v int CHECK (v > 0) NOT ENFORCED, at timestamptz, d jsonb, g int GENERATED ALWAYS AS (v * 2) VIRTUAL,
--=                           ^^^^^^^^^^^^ error[newer-syntax] 42601: ENFORCED needs Postgres 18
--=                                                                        ^^^^^^^^^^^^^^^^^^^ error[newer-syntax] 42601: a generated column that is not STORED needs Postgres 18
  CONSTRAINT n NOT NULL v, PRIMARY KEY (id, d WITHOUT OVERLAPS), FOREIGN KEY (id, PERIOD at) REFERENCES t (id, PERIOD at)
--=            ^^^^^^^^ error[newer-syntax] 42601: NOT NULL as a constraint of the table needs Postgres 18
--=                                           ^^^^^^^^^^^^^^^^ error[newer-syntax] 42601: WITHOUT OVERLAPS needs Postgres 18
--=                                                                               ^^^^^^ error[newer-syntax] 42601: PERIOD of a foreign key needs Postgres 18
);
ALTER TABLE later ALTER g SET EXPRESSION AS (v * 3), ALTER CONSTRAINT n NO INHERIT;
--=                       ^^^^^^^^^^^^^^^^^ error[newer-syntax] 42601: SET EXPRESSION needs Postgres 17
--=                                                                     ^^^^^^^^^^ error[newer-syntax] 42601: INHERIT of ALTER CONSTRAINT needs Postgres 18
DO $$ BEGIN ALTER TABLE later ALTER CONSTRAINT n NOT ENFORCED; END $$;
--=                                              ^^^^^^^^^^^^ error[newer-syntax] 42601: ENFORCED needs Postgres 18
-- pgtrigger: protect e update when (NEW.at AT LOCAL > now())
--=                                         ^^^^^^^^ error[newer-syntax] 42601: AT LOCAL needs Postgres 17
CREATE TABLE clocks (id int PRIMARY KEY, at timestamptz);
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  MERGE INTO t USING (SELECT 1 AS i) q ON t.id = q.i
    WHEN NOT MATCHED BY SOURCE THEN DELETE
--=                  ^^^^^^^^^ error[newer-syntax] 42601: BY SOURCE of MERGE needs Postgres 17
    WHEN NOT MATCHED BY TARGET THEN DO NOTHING
--=                  ^^^^^^^^^ error[newer-syntax] 42601: BY TARGET of MERGE needs Postgres 17
    RETURNING t.id INTO x;
--= ^^^^^^^^^ error[newer-syntax] 42601: RETURNING of MERGE needs Postgres 17
  UPDATE t SET n = 1 RETURNING WITH (OLD AS o) o.n INTO x;
--=                            ^^^^^^^^^^^^^^^ error[newer-syntax] 42601: WITH in RETURNING needs Postgres 18
  SELECT a INTO x FROM JSON_TABLE('{}', '$' COLUMNS (a int));
--=                                         ^^^^^^^ error[newer-syntax] 42601: JSON_TABLE needs Postgres 17
  x := JSON_VALUE('{}', '$.a' RETURNING int);
--=                           ^^^^^^^^^ error[newer-syntax] 42601: JSON_VALUE of this form needs Postgres 17
  RETURN NEW;
END $$;
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c CURSOR (k int) FOR SELECT k;
BEGIN
  OPEN c (k => 1);
--=         ^^ error[newer-syntax] 42601: => for an argument of a cursor needs Postgres 18, and the target is 15 => write :=
  RETURN NEW;
EXCEPTION
  WHEN transaction_timeout OR snapshot_too_old THEN RETURN NULL;
--=    ^^^^^^^^^^^^^^^^^^^ error[newer-syntax] 42704: the condition transaction_timeout needs Postgres 17
END $$;
