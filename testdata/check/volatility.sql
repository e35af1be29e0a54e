CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN DELETE FROM t WHERE s = 'é'; RETURN NULL; END $$;
--=                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[volatility] 0A000: DELETE is not allowed in a non-volatile function => declare the function VOLATILE
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
