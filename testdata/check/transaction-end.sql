CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.s := 'é'; COMMIT; RETURN NEW; END $$;
--=                                                                             ^^^^^^ error[transaction-end] 2D000: invalid transaction termination: a trigger cannot end the transaction that fires it
CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SAVEPOINT x; RETURN NEW; END $$;
--=                                                              ^^^^^^^^^^^ error[transaction-end] 0A000: unsupported transaction command in PL/pgSQL: SAVEPOINT => a block with EXCEPTION is one
CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    START TRANSACTION;
--= ^^^^^^^^^^^^^^^^^ error[transaction-end] 0A000: unsupported transaction command in PL/pgSQL: START
    PREPARE TRANSACTION 'x';
--= ^^^^^^^^^^^^^^^^^^^^^^^ error[transaction-end] 0A000: unsupported transaction command in PL/pgSQL: PREPARE
  PREPARE x AS SELECT 1;
    ABORT;
--= ^^^^^ error[transaction-end] 0A000: unsupported transaction command in PL/pgSQL: ABORT
  RETURN NEW;
END $$;
CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION h();
CREATE TABLE of_text (id int PRIMARY KEY, n int);
CREATE FUNCTION of_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'COMMIT';
--=        ^^^^^^ error[transaction-end] 0A000: EXECUTE of transaction commands is not implemented: COMMIT
  EXECUTE 'VACUUM of_text';
--=        ^^^^^^^^^^^^^^ error[transaction-end] 25001: VACUUM cannot run inside a transaction block
  EXECUTE 'SET LOCAL work_mem = ''1MB''';
  RETURN NEW;
END $$;
CREATE TRIGGER of_text BEFORE INSERT ON of_text FOR EACH ROW EXECUTE FUNCTION of_text();
