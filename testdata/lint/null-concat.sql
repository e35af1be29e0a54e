CREATE TABLE t (id int PRIMARY KEY, a text, b text, n int, req text NOT NULL, def text DEFAULT '', filled text, checked text CHECK (checked IS NOT NULL), asked text, compared text, tags text[], j jsonb, tsv tsvector, tsv2 tsvector, full_name text, "é" text);
CREATE TABLE log (id serial, msg text, tags text[], j jsonb, a text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE msg text := 'é: ' || NEW.a; unused text := 'x' || NEW.a; cared text := 'x' || NEW.a;
--=                           ^^^^^ warning[null-concat]: "msg" becomes NULL if NEW.a is NULL: \|\| with NULL is NULL as a whole => write COALESCE\(NEW.a, ''\)
BEGIN
  INSERT INTO log (msg) VALUES ('a=' || NEW.a), ('b=' || coalesce(NEW.b, ''));
--=                                     ^^^^^ warning[null-concat]: column "msg" of "log" becomes NULL if NEW.a is NULL: \|\| with NULL is NULL as a whole => write COALESCE\(NEW.a, ''\), or concat\(\) or format\(\)
  INSERT INTO log SELECT 1, NEW.req || ': ' || OLD."é"::text || NEW.a;
--=                                            ^^^^^^^^ warning[null-concat]: column "msg" of "log" becomes NULL if OLD."é" is NULL
  UPDATE log SET msg = 'n is ' || NEW.n WHERE id = 1;
--=                               ^^^^^ warning[null-concat]: column "msg" of "log" becomes NULL if NEW.n is NULL => write COALESCE\(NEW.n::text, ''\)
  NEW.full_name := NEW.a || ' ' || NEW.b;
--=                ^^^^^ warning[null-concat]: column "full_name" becomes NULL if NEW.a is NULL
  NEW.tsv := setweight(to_tsvector('english', NEW.req), 'A') || setweight(to_tsvector('english', NEW.a), 'B');
--=                                                                                              ^^^^^ warning[null-concat]: column "tsv" becomes NULL if NEW.a is NULL
  NEW.tsv2 := to_tsvector(NEW.req || ' ' || NEW.b);
--=                                         ^^^^^ warning[null-concat]: column "tsv2" becomes NULL if NEW.b is NULL
  PERFORM pg_notify('ch', 'b: ' || lower(NEW.b));
--=                                      ^^^^^ warning[null-concat]: the payload is empty if NEW.b is NULL
  PERFORM pg_notify('ch_' || NEW.n, 'x');
--=                          ^^^^^ warning[null-concat]: pg_notify fails, since its channel is NULL, if NEW.n is NULL
  EXECUTE 'UPDATE log SET id = 1 WHERE msg = ' || quote_literal(NEW.a);
--=                                                             ^^^^^ warning[null-concat]: EXECUTE fails, since its text is NULL, if NEW.a is NULL => write format\(\) with %L
  IF TG_OP = 'INSERT' THEN RAISE EXCEPTION USING MESSAGE = 'no: ' || NEW.a; END IF;
--=                                                                  ^^^^^ warning[null-concat]: RAISE fails, since an option is NULL, if NEW.a is NULL
  IF NEW.compared = 'x' OR NEW.asked IS NULL THEN RETURN NEW; END IF;
  INSERT INTO log (msg) VALUES (msg || cared);
  INSERT INTO log (msg) VALUES (concat('a=', NEW.a)), (format('%s', NEW.a)), ('x' || NEW.id || NEW.req), ('x' || NEW.def), ('x' || NEW.filled), ('x' || NEW.checked);
  INSERT INTO log (msg) VALUES ('x' || NEW.asked), ('x' || NEW.compared), (coalesce('x' || NEW.a, '')), (NEW.a), ('x' || quote_nullable(NEW.a));
  INSERT INTO log (msg) SELECT 'x' || NEW.a WHERE NEW.a <> '';
  INSERT INTO log (tags, j) VALUES ('{x}' || NEW.tags, '{}' || NEW.j);
  INSERT INTO log (a) VALUES ('old ' || OLD.a);
  NEW.filled := coalesce(NEW.filled, '');
  RAISE NOTICE 'a: %', 'x' || NEW.a;
  PERFORM 'x' || NEW.a;
  IF cared IS NULL THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE u (id int PRIMARY KEY, a text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log (msg) VALUES ('a=' || NEW.a); RETURN NULL; END $$;
CREATE TRIGGER g AFTER INSERT ON u FOR EACH ROW WHEN (NEW.a <> '') EXECUTE FUNCTION g();
-- pgtrigger: run own on u after insert do (INSERT INTO log (msg) VALUES ('a=' || NEW.a))
--=                                                                               ^^^^^ warning[null-concat]: column "msg" of "log" becomes NULL if NEW.a is NULL
-- A column of a view is NULL where that of its table is.
CREATE TABLE base (id int PRIMARY KEY, title text NOT NULL, note text, n int);
CREATE VIEW shown AS SELECT id, title, note AS remark, 'n' || n AS made FROM base;
CREATE VIEW shown_again AS SELECT * FROM shown;
CREATE FUNCTION v() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  EXECUTE 'DELETE FROM base WHERE id = ' || OLD.id;
  EXECUTE 'DELETE FROM base WHERE title = ' || quote_literal(OLD.title);
  EXECUTE 'DELETE FROM base WHERE note = ' || quote_literal(OLD.remark);
--=                                                         ^^^^^^^^^^ warning[null-concat]: EXECUTE fails, since its text is NULL, if OLD.remark is NULL
  EXECUTE 'DELETE FROM base WHERE note = ' || quote_literal(OLD.made);
  RETURN OLD;
END $$;
CREATE TRIGGER v INSTEAD OF DELETE ON shown_again FOR EACH ROW EXECUTE FUNCTION v();
