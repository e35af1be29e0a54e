-- The pseudo-functions compare rows for a condition, and are nothing else.
-- pgtrigger: set a before update set n = changed(n)::int
--=                                       ^^^^^^^ error[pseudo-place] 42883: changed\(\) can only stand in the condition of a directive => WHEN
-- pgtrigger: run b after update do (SELECT all_unchanged(n))
--=                                         ^^^^^^^^^^^^^ error[pseudo-place] 42883: all_unchanged\(\) can only stand in the condition of a directive
-- pgtrigger: protect ok update when (changed(n) AND EXISTS (SELECT WHERE changed(n)))
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER hand AFTER UPDATE ON t FOR EACH ROW WHEN (changed()) EXECUTE FUNCTION f();
--=                                                      ^^^^^^^ error[pseudo-place] 42883: can only stand in the condition of a directive
