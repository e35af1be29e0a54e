CREATE TABLE authors (id bigint PRIMARY KEY, n int NOT NULL DEFAULT 0);
-- pgtrigger: count a authors.id via author_id
--=                           ^^ error[count-key]: column "id" is what the rows refer to, and no counter => name the column that counts
-- pgtrigger: count ok authors.n via author_id
CREATE TABLE posts (author_id bigint REFERENCES authors);
