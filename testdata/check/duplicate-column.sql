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
