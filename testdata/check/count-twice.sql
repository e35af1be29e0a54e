CREATE TABLE authors (id bigint PRIMARY KEY, n int NOT NULL DEFAULT 0, m int NOT NULL DEFAULT 0, heirs int, parts int, each int);
-- pgtrigger: count a authors.n via author_id
-- pgtrigger: count b public.authors.n via author_id when (n > 0)
--=                   ^^^^^^^^^^^^^^^^ error[count-twice]: column "n" of "authors" is the counter of another directive => give each a column of its own
-- pgtrigger: count ok authors.m via author_id
CREATE TABLE posts (author_id bigint REFERENCES authors, n int);
-- pgtrigger: count c authors.m via author_id
--=                   ^^^^^^^^^ error[count-twice]: column "m" of "authors" is the counter of another directive => give each a column of its own
CREATE TABLE pages (author_id bigint REFERENCES authors);
-- pgtrigger: count ok authors.heirs via author_id
CREATE TABLE top (author_id bigint);
-- pgtrigger: count ok authors.heirs via author_id
CREATE TABLE heir () INHERITS (top);
-- pgtrigger: count p authors.parts via author_id
-- pgtrigger: count q authors.each via author_id for each row
CREATE TABLE parted (author_id bigint) PARTITION BY HASH (author_id);
-- pgtrigger: count ok_p authors.parts via author_id for each statement
-- pgtrigger: count d authors.each via author_id for each statement
--=                   ^^^^^^^^^^^^ error[count-twice]: rows of "parted_0" are counted by the directive at "parted" already => remove it
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- pgtrigger: count e authors.parts via author_id
--=                   ^^^^^^^^^^^^^ error[count-twice]: rows of "parted_1" are counted by the directive at "parted" already => write FOR EACH STATEMENT
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
