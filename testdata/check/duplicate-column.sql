-- pgtrigger: readonly a (status, id, STATUS)
--=                                   ^^^^^^ error[duplicate-column] 42701: column "status" is given twice
-- pgtrigger: readonly b except ("Größe", "Größe")
--=                                         ^^^^^^^^^ error[duplicate-column] 42701: column "Größe" is given twice
-- pgtrigger: protect c update of status, "Größe", status
--=                                                  ^^^^^^ error[duplicate-column] 42701: column "status" is given twice
-- pgtrigger: protect d update when (changed(status, id, status))
--=                                                      ^^^^^^ error[duplicate-column] 42701: column "status" is given twice
-- pgtrigger: protect e update when (changed_except(status, status))
--=                                                         ^^^^^^ error[duplicate-column] 42701: column "status" is given twice
-- pgtrigger: set f set status = 'é', id = 1, status = 'b'
--=                                            ^^^^^^ error[duplicate-column] 42601: column "status" is assigned twice
-- pgtrigger: softdelete g set id = 1, id = 2
--=                                    ^^ error[duplicate-column] 42601: column "id" is assigned twice
-- pgtrigger: protect ok update of status, id when (changed(status, id))
CREATE TABLE t (id int PRIMARY KEY, status text, "Größe" text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE OF id, status, id ON t EXECUTE FUNCTION f();
--=                                            ^^ error[duplicate-column] 42701: column "id" is given twice
CREATE TABLE u (id int, "é" int, ID int);
--=                               ^^ error[duplicate-column] 42701: column "id" is declared twice
ALTER TABLE u ADD COLUMN "é" int;
--=                      ^^^^ error[duplicate-column] 42701: column "é" is declared twice

-- pgtrigger: searchvector sv (v) from s, "S", (NEW.s)
--=                                                 ^ error[duplicate-column]: column "s" is given twice
CREATE TABLE searched (id int PRIMARY KEY, s text, "S" text, v tsvector);

CREATE TYPE pair AS (x int, y int);
CREATE TABLE written (id int PRIMARY KEY, a int, p pair, ar int[], g int GENERATED ALWAYS AS (a * 2) STORED, k int GENERATED ALWAYS AS IDENTITY);
CREATE FUNCTION writes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO written (id, a, a) VALUES (1, 2, 3);
--=                           ^ error[duplicate-column] 42701: column "a" is specified twice
  UPDATE written SET a = 1, a = 2;
--=                         ^ error[duplicate-column] 42601: column "a" is assigned twice
  INSERT INTO written (id, a) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = 1, (id, a) = (1, 2);
--=                                                                                    ^ error[duplicate-column] 42601: column "a" is assigned twice
  UPDATE written SET g = 1, k = 2;
--=                  ^ error[generated-column] 428C9: column "g" is generated: it can only be updated to DEFAULT
--=                         ^ error[generated-column] 428C9: column "k" is generated: it can only be updated to DEFAULT
  UPDATE written SET g = DEFAULT, k = DEFAULT, p.x = 1, p.y = 2, ar[1] = 1, ar[2] = 2;
  INSERT INTO written (id, p.x, p.y, ar[1], ar[2]) VALUES (1, 2, 3, 4, 5);
  EXECUTE 'UPDATE written SET a = $1' USING 1; -- makes no tables: names are still looked at
  UPDATE written SET aa = 1;
--=                  ^^ error[unknown-column] 42703: column "aa" of relation "written" does not exist => did you mean "a"\?
  RETURN NULL;
END $$;
CREATE TRIGGER writes AFTER INSERT ON searched FOR EACH ROW EXECUTE FUNCTION writes();
