CREATE TABLE parent (id int PRIMARY KEY, gone boolean);
CREATE TABLE t (
  id int PRIMARY KEY,
  parent_id int REFERENCES parent (id) ON DELETE CASCADE,
  gone boolean NOT NULL DEFAULT false -- pgtrigger: softdelete "grün"
--=                                                            ^^^^^^^ warning[softdelete-cascade]: rows of table "t" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or soft delete "parent" too
);
-- pgtrigger: softdelete set_null set gone = true
CREATE TABLE ok (id int PRIMARY KEY, parent_id int REFERENCES parent (id) ON DELETE SET NULL, gone boolean);
-- pgtrigger: softdelete restrict set gone = true
CREATE TABLE ok_too (id int PRIMARY KEY, parent_id int REFERENCES parent (id), gone boolean);
-- pgtrigger: softdelete later set gone = true
--=                      ^^^^^ warning[softdelete-cascade]: rows of table "altered" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or soft delete "parent" too
CREATE TABLE altered (id int PRIMARY KEY, parent_id int, gone boolean);
ALTER TABLE altered ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE;
CREATE TABLE hand (id int PRIMARY KEY, parent_id int REFERENCES parent ON DELETE CASCADE, gone boolean);
CREATE FUNCTION soft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.gone THEN RETURN OLD; END IF;
  UPDATE hand SET gone = true WHERE id = OLD.id;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_depth() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  UPDATE hand SET gone = true WHERE id = OLD.id;
  RETURN NULL;
END $$;
CREATE FUNCTION ok_goes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE hand SET gone = true WHERE id = OLD.id + 1; RETURN OLD; END $$;
CREATE TRIGGER soft BEFORE DELETE ON hand FOR EACH ROW EXECUTE FUNCTION soft();
--=            ^^^^ warning[softdelete-cascade]: rows of table "hand" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or soft delete "parent" too
CREATE TRIGGER ok_depth BEFORE DELETE ON hand FOR EACH ROW EXECUTE FUNCTION ok_depth();
CREATE TRIGGER ok_goes BEFORE DELETE ON hand FOR EACH ROW EXECUTE FUNCTION ok_goes();
CREATE TRIGGER ok_after AFTER DELETE ON hand FOR EACH ROW EXECUTE FUNCTION soft();
CREATE TRIGGER ok_top BEFORE DELETE ON hand FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION soft();
CREATE TABLE own (id int PRIMARY KEY, parent_id int REFERENCES parent ON DELETE CASCADE, gone boolean);
-- pgtrigger: trigger body on own before delete as $$ BEGIN UPDATE own SET gone = true WHERE id = OLD.id; RETURN NULL; END $$
--=                   ^^^^ warning[softdelete-cascade]: rows of table "own" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or soft delete "parent" too
