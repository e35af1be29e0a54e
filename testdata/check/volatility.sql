CREATE TABLE t (id int PRIMARY KEY, n int, s text, ia int[]);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN DELETE FROM t WHERE s = 'é'; RETURN NULL; END $$;
--=                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[volatility] 0A000: DELETE is not allowed in a non-volatile function => declare the function VOLATILE
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- What ALTER FUNCTION says later counts.
CREATE FUNCTION altered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t WHERE s = 'x'; RETURN NULL; END $$;
--=                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[volatility] 0A000: DELETE is not allowed in a non-volatile function
CREATE FUNCTION ok_altered() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN DELETE FROM t WHERE s = 'y'; RETURN NULL; END $$;
CREATE TRIGGER altered AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION altered();
CREATE TRIGGER ok_altered AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_altered();
ALTER FUNCTION altered() IMMUTABLE STRICT;
ALTER FUNCTION ok_altered() VOLATILE;
