-- A directive on a line of its own belongs to the column above it. Indented
-- like a column it was perhaps meant for the one below.
CREATE TABLE t (
  -- pgtrigger: readonly all_of_it
--=                      ^^^^^^^^^ warning[column-placement]: belongs to the table, and guards all of its columns => above the CREATE TABLE
  id int PRIMARY KEY,
  -- pgtrigger: readonly slug_fixed
--=                      ^^^^^^^^^^ warning[column-placement]: belongs to column "id" above it => indent it deeper
  slug text NOT NULL,
-- pgtrigger: touch touched
--=                 ^^^^^^^ error[column-type] 42804: column "slug" is of type text
--=                 ^^^^^^^ warning[column-placement]: belongs to column "slug" above it
  at timestamptz,
     -- pgtrigger: touch deeper
  -- pgtrigger: readonly named (slug)
  -- pgtrigger: protect whole delete
  b text, -- pgtrigger: readonly behind
  n int
  -- pgtrigger: version last
--=                     ^^^^ warning[column-placement]: belongs to column "n" above it
);
-- pgtrigger: readonly frozen
CREATE TABLE u (id int PRIMARY KEY);
