-- pgtrigger: protect a delete when (OLD.n = $1)
--=                                          ^^ error[parameter] 42P02: there is no parameter \$1
-- pgtrigger: protect b delete when ('é' = $12 OR OLD.n = $2)
--=                                         ^^^ error[parameter] 42P02: there is no parameter \$12
--=                                                        ^^ error[parameter] 42P02: there is no parameter \$2
-- pgtrigger: set c set n = $1
--=                         ^^ error[parameter] 42P02: there is no parameter \$1
-- pgtrigger: run d after delete do (DELETE FROM t WHERE n = $1)
--=                                                          ^^ error[parameter] 42P02: there is no parameter \$1
-- pgtrigger: protect e delete when (EXISTS (SELECT FROM t WHERE n = $3))
--=                                                                  ^^ error[parameter] 42P02: there is no parameter \$3
-- pgtrigger: protect ok delete when (OLD.s = '$1' OR OLD.s = $$ $1 $$)
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER t1 BEFORE DELETE ON t FOR EACH ROW WHEN (OLD.s = 'é' AND OLD.n = $1) EXECUTE FUNCTION f();
--=                                                                              ^^ error[parameter] 42P02: there is no parameter \$1
