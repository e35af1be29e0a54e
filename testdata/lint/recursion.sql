CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE t SET at = now() WHERE id = NEW.id;
--=      ^ error[endless-recursion] 54001: this fires trigger "a" again, which does it again, without an end => set columns of NEW in a BEFORE trigger, or add WHEN \(pg_trigger_depth\(\) < 1\)
--=      ^ error[endless-recursion] 54001: this fires trigger "d" again, which does it again, without an end => set columns of NEW in a BEFORE trigger, or add WHEN \(pg_trigger_depth\(\) < 1\)
  RETURN NULL;
END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO public.t (id) VALUES (NEW.id + 1);
--=           ^^^^^^^^ error[endless-recursion] 54001: this fires trigger "b" again, which does it again, without an end => set columns of NEW in a BEFORE trigger, or add WHEN \(pg_trigger_depth\(\) < 1\)
  RETURN NULL;
END $$;
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE t SET n = 1 WHERE n > 1;
--=      ^ error[endless-recursion] 54001: this fires trigger "c" again, which does it again, without an end => set columns of NEW in a BEFORE trigger, or add WHEN \(pg_trigger_depth\(\) < 1\)
  RETURN NULL;
END $$;
CREATE FUNCTION ok_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.n > 1 THEN UPDATE t SET n = 1 WHERE id = NEW.id; END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE t SET n = 1 WHERE id = NEW.id AND n > 1;
  UPDATE t SET n = 1 WHERE n = NEW.id;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  UPDATE t SET n = 1 WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_d() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t SELECT NEW.id + 1 WHERE NEW.id < 3; RETURN NULL; END $$;
CREATE TRIGGER a AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();
CREATE TRIGGER c AFTER UPDATE OF id, n ON t FOR EACH STATEMENT EXECUTE FUNCTION c();
CREATE TRIGGER d AFTER UPDATE OF n, at ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER ok_a AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_a();
CREATE TRIGGER ok_b AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_b();
CREATE TRIGGER ok_c AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION ok_c();
CREATE TRIGGER ok_d AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_d();
CREATE TRIGGER ok_e AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER ok_f AFTER UPDATE OF n ON t FOR EACH ROW EXECUTE FUNCTION a();
CREATE TRIGGER ok_g AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION a();

-- Of several tables: a row leads back to itself.
CREATE TABLE p (id int PRIMARY KEY, n int, child_id int);
CREATE TABLE c (id int PRIMARY KEY, p_id int NOT NULL REFERENCES p, n int);
CREATE FUNCTION p_c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE c SET n = NEW.n WHERE c.p_id = NEW.id; RETURN NULL; END $$;
--=                                                                       ^ warning[recursion]: this fires trigger "c_p" of "c", which fires trigger "p_c" of "p" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
CREATE FUNCTION c_p() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.n IS NULL THEN RAISE NOTICE 'none'; END IF;
  IF TG_OP = 'UPDATE' THEN UPDATE p AS q SET n = NEW.n WHERE NEW.p_id = q.id; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER p_c AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION p_c();
CREATE TRIGGER c_p AFTER INSERT OR UPDATE ON c FOR EACH ROW EXECUTE FUNCTION c_p();

-- Three, of which one makes rows and one has a condition that is always met.
CREATE TABLE i (id int PRIMARY KEY, n int);
CREATE TABLE j (id serial, i_id int, kind text);
CREATE TABLE k (j_id int, i_id int);
CREATE FUNCTION i_j() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO j (kind, i_id) VALUES ('x', NEW.id), ('y', NEW.id); RETURN NULL; END $$;
--=                                                                            ^ error[endless-recursion] 54001: this fires trigger "j_k" of "j", which fires trigger "k_i" of "k", which fires trigger "i_j" of "i" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
CREATE FUNCTION j_k() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO k SELECT NEW.id, NEW.i_id; RETURN NULL; END $$;
CREATE FUNCTION k_i() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE i SET n = n + 1 FROM rows WHERE i.id = rows.i_id; RETURN NULL; END $$;
CREATE TRIGGER i_j AFTER UPDATE ON i FOR EACH ROW EXECUTE FUNCTION i_j();
CREATE TRIGGER j_k AFTER INSERT ON j FOR EACH ROW EXECUTE FUNCTION j_k();
CREATE TRIGGER k_i AFTER INSERT ON k REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION k_i();

-- For each statement, which needs no row.
CREATE TABLE s (n int);
CREATE TABLE u (n int);
CREATE FUNCTION s_u() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM u WHERE n = 1; RETURN NULL; END $$;
--=                                                                            ^ error[endless-recursion] 54001: this fires trigger "u_s" of "u", which fires trigger "s_u" of "s" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
CREATE FUNCTION u_s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE s SET n = 2 WHERE n IN (SELECT 1); RETURN NULL; END $$;
CREATE TRIGGER s_u AFTER UPDATE ON s FOR EACH STATEMENT EXECUTE FUNCTION s_u();
CREATE TRIGGER u_s BEFORE DELETE ON u FOR EACH STATEMENT EXECUTE FUNCTION u_s();

-- Of directives.
-- pgtrigger: run d_e after update do (UPDATE e SET n = NEW.n WHERE d_id = NEW.id)
--=                                           ^ warning[recursion]: this fires trigger "e_d" of "e", which fires trigger "d_e" of "d" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
-- pgtrigger: count counted f.n via f_id
--=                 ^^^^^^^ error[endless-recursion] 54001: this fires trigger "f_d" of "f", which fires trigger "counted" of "d" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
CREATE TABLE d (id int PRIMARY KEY, n int, f_id int);
-- pgtrigger: trigger e_d after update as $$ BEGIN UPDATE d SET n = NEW.n WHERE id = NEW.d_id; RETURN NULL; END $$
CREATE TABLE e (id int PRIMARY KEY, n int, d_id int);
-- pgtrigger: run f_d after update of n do (INSERT INTO d (id, f_id) VALUES (NEW.n, NEW.id))
--=                         ^^^^^^ warning[unchanged-update]: trigger "f_d" fires wherever SET names "n", and inserts into "d" also where it stays as it is => add WHEN \(changed\(n\)\)
CREATE TABLE f (id int PRIMARY KEY, n int);
-- pgtrigger: history kept into h_history after insert for each row
--=                   ^^^^ error[endless-recursion] 54001: this fires trigger "again" of "h_history", which fires trigger "kept" of "h" again, without an end => add WHEN \(pg_trigger_depth\(\) < 1\) to one of them, or let one write only rows that differ
CREATE TABLE h (id int PRIMARY KEY, n int);
CREATE TABLE h_history (history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, history_at timestamptz, history_op text, id int, n int);
-- pgtrigger: run again on h_history after insert do (INSERT INTO h SELECT NEW.id + 1, NEW.n)

-- What ends: another row, a condition, a column, a value that differs, a trigger that leaves the row out.
CREATE TABLE ok_p (id int PRIMARY KEY, n int, m int, child_id int);
CREATE TABLE ok_c (id int PRIMARY KEY, p_id int, n int, kind text);
CREATE FUNCTION ok_1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_c SET n = NEW.n, kind = 'b' WHERE p_id = NEW.id; RETURN NULL; END $$;
CREATE FUNCTION ok_2() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_p SET n = NEW.n WHERE child_id = NEW.id; RETURN NULL; END $$;
CREATE FUNCTION ok_3() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_p SET n = NEW.n WHERE id = NEW.p_id AND n IS DISTINCT FROM NEW.n; RETURN NULL; END $$;
CREATE FUNCTION ok_4() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_p SET m = NEW.n WHERE id = NEW.p_id; RETURN NULL; END $$;
CREATE FUNCTION ok_5() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_p SET n = NEW.n WHERE id = NEW.p_id; RETURN NULL; END $$;
CREATE FUNCTION ok_6() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_c SET kind = 'b' WHERE p_id = NEW.id AND kind = 'a'; RETURN NULL; END $$;
CREATE FUNCTION ok_7() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_c SET p_id = NULL WHERE p_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER ok_1 AFTER UPDATE OF n ON ok_p FOR EACH ROW EXECUTE FUNCTION ok_1();
CREATE TRIGGER ok_2 AFTER UPDATE ON ok_c FOR EACH ROW EXECUTE FUNCTION ok_2();
CREATE TRIGGER ok_3 AFTER UPDATE ON ok_c FOR EACH ROW EXECUTE FUNCTION ok_3();
CREATE TRIGGER ok_4 AFTER UPDATE ON ok_c FOR EACH ROW EXECUTE FUNCTION ok_4();
CREATE TRIGGER ok_5 AFTER UPDATE OF id ON ok_c FOR EACH ROW EXECUTE FUNCTION ok_5();
CREATE TRIGGER ok_6 AFTER UPDATE ON ok_p FOR EACH ROW EXECUTE FUNCTION ok_6();
CREATE TRIGGER ok_7 AFTER UPDATE ON ok_p FOR EACH ROW EXECUTE FUNCTION ok_7();
CREATE TRIGGER ok_8 AFTER UPDATE ON ok_c FOR EACH ROW WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION ok_5();

CREATE TABLE ok_q (id int PRIMARY KEY, n int);
CREATE TABLE ok_r (q_id int, n int);
CREATE FUNCTION ok_q() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_r SET n = NEW.n WHERE q_id = NEW.id; RETURN NULL; END $$;
CREATE FUNCTION ok_r() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ok_q SET n = NEW.n WHERE id = NEW.q_id; RETURN NULL; END $$;
CREATE TRIGGER ok_q AFTER UPDATE ON ok_q FOR EACH ROW EXECUTE FUNCTION ok_q();
CREATE TRIGGER ok_r AFTER UPDATE ON ok_r FOR EACH ROW EXECUTE FUNCTION ok_r();
CREATE TRIGGER ok_s BEFORE UPDATE ON ok_r FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
