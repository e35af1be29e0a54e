-- pgtrigger: protect a delete when (OLD.n = DEFAULT)
--=                                          ^^^^^^^ error[default] 42601: DEFAULT is not allowed in this context
-- pgtrigger: protect b delete when ('é' = coalesce(OLD.s, DEFAULT))
--=                                                         ^^^^^^^ error[default] 42601: DEFAULT is not allowed in this context
-- pgtrigger: set c set n = DEFAULT
--=                         ^^^^^^^ error[default] 42601: DEFAULT is not allowed in this context
-- pgtrigger: touch d (at) = DEFAULT
--=                          ^^^^^^^ error[default] 42601: DEFAULT is not allowed in this context
-- pgtrigger: softdelete ok set n = DEFAULT
-- pgtrigger: run ok_too after delete do (INSERT INTO t (id, n) VALUES (OLD.id, DEFAULT); UPDATE t SET n = DEFAULT WHERE id = OLD.id)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER t1 BEFORE DELETE ON t FOR EACH ROW WHEN (OLD.s = 'é' AND OLD.n = DEFAULT) EXECUTE FUNCTION f();
--=                                                                              ^^^^^^^ error[default] 42601: DEFAULT is not allowed in this context
