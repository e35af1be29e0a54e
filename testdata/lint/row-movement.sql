-- A row that moves between partitions fires the INSERT triggers of the new one.
CREATE TABLE jobs (
  id   int,
  part int,
  state text NOT NULL,
        -- pgtrigger: fsm flow new -> done initial new
--=                       ^^^^ warning[row-movement]: a row that moves to another partition is inserted there => make the partition key read-only
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);

CREATE TABLE jobs_1 PARTITION OF jobs FOR VALUES IN (1);
-- pgtrigger: fsm leaf (state) on jobs_1 new -> done initial new
--=               ^^^^ warning[row-movement]: a row that moves to another partition

-- Without INITIAL nothing is said, nor without partitions, nor if no row moves.
-- pgtrigger: fsm other (state) on jobs new -> done
CREATE TABLE plain (
  id int PRIMARY KEY,
  state text NOT NULL -- pgtrigger: fsm p new -> done initial new
);
-- pgtrigger: readonly key (part)
CREATE TABLE fixed (
  id   int,
  part int,
  state text NOT NULL, -- pgtrigger: fsm flow new -> done initial new
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);
-- pgtrigger: readonly key (part) when (OLD.id = 1)
CREATE TABLE loose (
  id   int,
  part int,
  state text NOT NULL, -- pgtrigger: fsm flow new -> done initial new
--=                                      ^^^^ warning[row-movement]: a row that moves
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);

-- Hand-written triggers: a row that moves fires those of DELETE and INSERT, and none AFTER UPDATE.
CREATE TABLE log (msg text, state text);
CREATE TABLE notes (order_id int);
CREATE TABLE orders (id int, region text, state text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('eu');
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO log VALUES ('gone', OLD.state);
    RETURN OLD;
  END IF;
  INSERT INTO log VALUES (TG_OP, NEW.state);
  RETURN NEW;
END $$;
CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (OLD.region, NEW.region); RETURN NULL; END $$;
CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM notes WHERE order_id = OLD.id; RETURN OLD; END $$;
CREATE FUNCTION idle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE notes SET order_id = 0 WHERE order_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER a_audit BEFORE INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
--=            ^^^^^^^ warning[row-movement]: a row that moves to another partition comes here as UPDATE, DELETE and INSERT => let no UPDATE change the partition key
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON orders_eu FOR EACH ROW EXECUTE FUNCTION audit();
--=            ^^^^^ warning[row-movement]: a row that moves to another partition comes here as DELETE, or as INSERT => let no UPDATE change the partition key
CREATE TRIGGER z_audit AFTER INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
--=            ^^^^^^^ warning[row-movement]: a row that moves to another partition comes here as DELETE and INSERT => let
CREATE TRIGGER told AFTER UPDATE ON orders FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION told();
--=            ^^^^ warning[row-movement]: a row that moves to another partition is deleted and inserted, so this does not fire for it => let no UPDATE change the partition key, or write one for INSERT or DELETE too
CREATE TRIGGER clean AFTER DELETE ON orders FOR EACH ROW EXECUTE FUNCTION clean();
--=            ^^^^^ warning[row-movement]: a row that moves to another partition is deleted here, and with it what belongs to it in "notes" => let no UPDATE change the partition key
CREATE TRIGGER ok_state AFTER UPDATE OF state ON orders FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION told();
CREATE TRIGGER ok_when AFTER UPDATE ON orders FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION told();
CREATE TRIGGER ok_before BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION clean();
CREATE TRIGGER ok_idle AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION idle();
CREATE FUNCTION once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN NULL; END $$;
CREATE TRIGGER ok_statement AFTER UPDATE ON orders EXECUTE FUNCTION once();
CREATE TRIGGER ok_inserted AFTER INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION keep();

-- The key is made with the row, or a trigger keeps it.
CREATE TABLE events (id int, created_at timestamptz, tenant int DEFAULT nextval('tenants')) PARTITION BY RANGE (created_at);
CREATE SEQUENCE tenants;
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (tenant);
CREATE TRIGGER ok_told AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TABLE kept (id int, region text) PARTITION BY LIST (region);
CREATE FUNCTION fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.region IS DISTINCT FROM OLD.region THEN
    RAISE EXCEPTION 'region is fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fixed BEFORE UPDATE ON kept FOR EACH ROW EXECUTE FUNCTION fixed();
CREATE TRIGGER ok_told AFTER UPDATE ON kept FOR EACH ROW EXECUTE FUNCTION keep();
