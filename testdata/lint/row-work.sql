CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE log (id int, op text);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id, 'new'); RETURN NULL; END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log (id) VALUES (OLD.id); RETURN OLD; END $$;
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id, TG_OP); RETURN NULL; END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id > 1 THEN INSERT INTO log (id) VALUES (NEW.id); END IF; RETURN NULL; END $$;
CREATE FUNCTION sel() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log SELECT NEW.id, 'x'; RETURN NULL; END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log (id) VALUES ((SELECT max(id) FROM t)); RETURN NULL; END $$;
CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
--=            ^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT, and INSERT … SELECT from it
CREATE TRIGGER b AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION b();
--=            ^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT, and INSERT … SELECT from it
CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tg();
--=            ^^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT, and INSERT … SELECT from it
CREATE TRIGGER ok_b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER sel AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION sel();
--=            ^^^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT, and INSERT … SELECT from it
CREATE TRIGGER ok_d AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE CONSTRAINT TRIGGER ok_f AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION a();
CREATE FUNCTION several() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log SELECT NEW.* ON CONFLICT DO NOTHING;
  INSERT INTO log VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION ok_g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (OLD.id), (NEW.id); RETURN NULL; END $$;
CREATE FUNCTION ok_h() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;
CREATE TABLE keyed (id int PRIMARY KEY, op text);
CREATE FUNCTION ok_i() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO keyed VALUES (NEW.id) ON CONFLICT (id) DO UPDATE SET op = 'again'; RETURN NULL; END $$;
CREATE FUNCTION ok_j() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER several AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION several();
--=            ^^^^^^^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT, and INSERT … SELECT from it
CREATE TRIGGER ok_g AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_g();
CREATE TRIGGER ok_h AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_h();
CREATE TRIGGER ok_i AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_i();
CREATE TRIGGER ok_j AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION ok_j();
CREATE TABLE whole (id int) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF whole FOR VALUES IN (1);
CREATE TRIGGER ok_k AFTER INSERT ON part FOR EACH ROW EXECUTE FUNCTION a();
-- pgtrigger: trigger body on t after insert as $$ BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END $$
--=                   ^^^^ note[row-work]: this runs an INSERT into "log" for each row; one for all rows of a statement is faster => write REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT, and INSERT … SELECT from it
-- pgtrigger: run ok_m on t after delete do (INSERT INTO log VALUES (OLD.id))
-- pgtrigger: run ok_l on t after insert or update do (INSERT INTO log VALUES (NEW.id))
