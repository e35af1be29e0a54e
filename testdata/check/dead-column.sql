CREATE TABLE t (
  id int PRIMARY KEY,
  a  int, -- pgtrigger: readonly "fest_é"
--=                              ^^^^^^^^^ error[dead-column]: column "a", at which this directive stands, does not exist at the end of the schema => remove the directive, or move it to the table
  b  int, -- pgtrigger: readonly followed
  "C" int, -- pgtrigger: readonly again
--=                               ^^^^^ error[dead-column]: column "C", at which this directive stands, does not exist at the end of the schema => remove the directive, or move it to the table
  d  int -- pgtrigger: readonly by_name (b2)
--=                             ^^^^^^^ error[dead-column]: column "d", at which this directive stands, does not exist at the end of the schema => remove the directive, or move it to the table
);
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t RENAME COLUMN b TO b2;
ALTER TABLE t DROP COLUMN "C", ADD COLUMN "C" int;
ALTER TABLE t DROP COLUMN d;
