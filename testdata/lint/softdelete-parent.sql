-- pgtrigger: softdelete "grün" set gone = true
--=                      ^^^^^^^ warning[softdelete-parent]: ON DELETE CASCADE takes rows of "a", "b" along when a row of "parent" is deleted; a soft delete leaves them as they are => mark or delete them in a trigger, or declare the foreign key ON DELETE RESTRICT
CREATE TABLE parent (id int PRIMARY KEY, gone boolean);
CREATE TABLE a (id int PRIMARY KEY, parent_id int REFERENCES parent (id) ON DELETE CASCADE);
CREATE TABLE b (id int PRIMARY KEY, parent_id int REFERENCES parent (id) ON DELETE CASCADE);
CREATE TABLE c (id int PRIMARY KEY, parent_id int REFERENCES parent (id));
-- pgtrigger: softdelete ok set gone = true
CREATE TABLE other (id int PRIMARY KEY, gone boolean);
CREATE TABLE d (id int PRIMARY KEY, other_id int REFERENCES other (id) ON DELETE SET NULL);
