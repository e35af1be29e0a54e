CREATE TABLE t (
  c text COLLATE "C", p text COLLATE "POSIX", q text COLLATE pg_catalog."C", d text, e text COLLATE "default", n name, v varchar(5) COLLATE "POSIX", b int
);
-- pgtrigger: protect less on t update when (NEW.c < NEW.p)
--=                                          ^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect equal on t update when (NEW.c = OLD.v)
--=                                           ^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect name on t update when (NEW.p <> NEW.n)
--=                                          ^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "POSIX" and "C": Postgres cannot tell by which to compare => say which: COLLATE "POSIX"
-- pgtrigger: protect joined on t update when (NEW.c || 'a' > NEW.p || 'b')
--=                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect joined_once on t update when (NEW.c || NEW.p = NEW.d)
--=                                                 ^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect regexp on t update when (NEW.c ~ NEW.p)
--=                                            ^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect distinct_from on t update when (NEW.c IS DISTINCT FROM NEW.p)
--=                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect nulls on t update when (nullif(NEW.c, NEW.p) IS NULL)
--=                                           ^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect listed on t update when (NEW.c IN ('a', NEW.p))
--=                                            ^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect between_them on t update when (NEW.c BETWEEN NEW.d AND NEW.p)
--=                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect cast_too on t update when (NEW.c::varchar(3) = NEW.p)
--=                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P22: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
-- pgtrigger: protect written on t update when (NEW.c COLLATE "C" < NEW.p COLLATE "POSIX")
--=                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P21: collation mismatch between explicit collations "C" and "POSIX" => write one COLLATE
-- pgtrigger: protect glued on t update when ((NEW.d COLLATE "C") || (NEW.d COLLATE "POSIX") = 'a')
--=                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[collation-conflict] 42P21: collation mismatch between explicit collations "C" and "POSIX" => write one COLLATE
-- pgtrigger: protect ok on t update when (NEW.c < NEW.d or NEW.d < NEW.p or NEW.c < 'a' or NEW.c = NEW.n or NEW.c = NEW.q or NEW.p = NEW.v or NEW.c = NEW.e)
-- pgtrigger: protect ok_said on t update when (NEW.c < NEW.p COLLATE "C" or NEW.c COLLATE "C" = NEW.p)
-- pgtrigger: protect ok_no_text on t update when (NEW.c::bytea < NEW.p::bytea or NEW.c LIKE NEW.p or (NEW.c || NEW.p) IS NULL or NEW.c::int::text = NEW.p)
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.b = 1 THEN
    PERFORM FROM t AS a JOIN t AS z ON a.c = z.p;
--=                                    ^^^^^^^^^ warning[collation-conflict]: the operands are of collations "C" and "POSIX": Postgres cannot tell by which to compare => say which: COLLATE "C"
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
