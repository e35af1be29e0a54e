-- Names that Postgres makes.
CREATE TABLE users (
  id bigserial PRIMARY KEY,
  email varchar(255) NOT NULL UNIQUE CHECK (email <> ''),
  a int, b int,
  CHECK (a > b), CHECK (a > 0), CHECK (a < 100), CHECK (1 < 2), CHECK (users.b > 3),
  UNIQUE (a, b), UNIQUE (b, a), UNIQUE (a, b)
);
CREATE TABLE posts (
  id int GENERATED ALWAYS AS IDENTITY,
  author_id bigint REFERENCES users,
  editor_id bigint CONSTRAINT named REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE,
  a int, b int,
  status text DEFAULT 'draft' CHECK (status IN ('draft', 'published')),
  posts_b_fkey int CHECK (posts_b_fkey > 0),
  PRIMARY KEY (id, a),
  FOREIGN KEY (a, b) REFERENCES users (a, b) ON DELETE CASCADE,
  UNIQUE (a), CONSTRAINT uq UNIQUE (a)
);
CREATE TABLE posts_id (seq int, id_seq serial);
CREATE TABLE users_a (b_key int UNIQUE, CONSTRAINT users_a_check1 CHECK (b_key > 0));
CREATE INDEX ON posts (author_id);
CREATE INDEX ON posts (author_id);
CREATE INDEX ON posts (author_id, editor_id);
CREATE UNIQUE INDEX posts_u ON posts (editor_id);
CREATE UNIQUE INDEX ON posts (b) WHERE b > 0;
ALTER TABLE posts ADD UNIQUE (author_id), ADD UNIQUE (author_id, status), ADD CHECK (status <> 'x');
ALTER TABLE posts ADD COLUMN reviewer bigint UNIQUE REFERENCES users ON DELETE RESTRICT CHECK (reviewer > 0);
ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES users;
CREATE TABLE a_table_with_a_name_that_is_long_enough_to_be_cut (
  a_column_with_a_name_that_is_long_too serial PRIMARY KEY,
  another_column_with_a_name_that_is_quite_long_too int UNIQUE CHECK (another_column_with_a_name_that_is_quite_long_too > 0),
  short int,
  UNIQUE (short, another_column_with_a_name_that_is_quite_long_too, a_column_with_a_name_that_is_long_too)
);
CREATE TABLE tööööööööööööööööööööööööööööb (sääääääääääääääääääääääääääääl int UNIQUE);
CREATE TABLE s1 (a smallserial, b serial4, c serial8, d bigserial NOT NULL);
CREATE UNIQUE INDEX becomes_pkey ON s1 (a);
ALTER TABLE s1 ADD CONSTRAINT s1_key PRIMARY KEY USING INDEX becomes_pkey;
CREATE TABLE room (during tsrange, id int, EXCLUDE USING gist (during WITH &&));
CREATE TABLE "Quoted Table" ("Some Column" int PRIMARY KEY, "select" text UNIQUE);
