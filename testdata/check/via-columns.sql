CREATE TABLE authors (id bigint PRIMARY KEY, code text UNIQUE, n int NOT NULL DEFAULT 0);
CREATE TABLE pairs (a int, b int, n int NOT NULL DEFAULT 0, m int, PRIMARY KEY (a, b));
CREATE TABLE keyless (n int);
-- pgtrigger: count a authors.n via editor_id
--=                                 ^^^^^^^^^ error[via-columns]: \(editor_id\) of "posts" does not refer to "authors" => write VIA author_id or author_code
-- pgtrigger: count b pairs.n via author_id
--=                               ^^^^^^^^^ error[via-columns]: \(author_id\) of "posts" does not refer to "pairs" => declare a FOREIGN KEY; the primary key has 2 columns
-- pgtrigger: count c pairs.n via (author_id, "Größe")
--=                                ^^^^^^^^^^^^^^^^^^^^ error[via-columns]: does not refer to "pairs" => declare a FOREIGN KEY; column "b" of the primary key is of type integer, not text
-- pgtrigger: count d keyless.n via author_id
--=                                 ^^^^^^^^^ error[via-columns]: \(author_id\) of "posts" does not refer to "keyless" => declare a FOREIGN KEY; there is no primary key either
-- pgtrigger: count e authors.n via tags
--=                                 ^^^^ error[via-columns]: column "tags" is of type integer\[\], by which rows cannot be counted
-- pgtrigger: count f authors.n via at
--=                                 ^^ error[via-columns]: column "at" is of type point, by which rows cannot be counted
-- pgtrigger: count ok pairs.m via (editor_id, author_id)
CREATE TABLE posts (
  author_id bigint REFERENCES authors,
  author_code text REFERENCES authors (code),
  editor_id bigint,
  "Größe" text,
  tags int[],
  at point
);
