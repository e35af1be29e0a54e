CREATE TABLE parent (id int PRIMARY KEY, gone boolean);
CREATE TABLE t (
  id int PRIMARY KEY,
  parent_id int REFERENCES parent (id) ON DELETE CASCADE,
  gone boolean NOT NULL DEFAULT false -- pgtrigger: softdelete "grün"
--=                                                            ^^^^^^^ warning[softdelete-cascade]: rows of table "t" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or put a softdelete on "parent" too
);
-- pgtrigger: softdelete set_null set gone = true
CREATE TABLE ok (id int PRIMARY KEY, parent_id int REFERENCES parent (id) ON DELETE SET NULL, gone boolean);
-- pgtrigger: softdelete restrict set gone = true
CREATE TABLE ok_too (id int PRIMARY KEY, parent_id int REFERENCES parent (id), gone boolean);
-- pgtrigger: softdelete later set gone = true
--=                      ^^^^^ warning[softdelete-cascade]: rows of table "altered" are deleted by ON DELETE CASCADE when their row of "parent" is; soft delete would keep them, and they would refer to nothing => declare the foreign key ON DELETE RESTRICT, or put a softdelete on "parent" too
CREATE TABLE altered (id int PRIMARY KEY, parent_id int, gone boolean);
ALTER TABLE altered ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE;
