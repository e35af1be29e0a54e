CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE é int; É text; é text;
--=                      ^^ error[duplicate-variable] 42601: duplicate declaration of "é"
BEGIN RETURN NEW; END $$;
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c CURSOR (k int, K int) FOR SELECT k;
--=                      ^ error[duplicate-variable] 42601: duplicate declaration of "k"
BEGIN RETURN NEW; END $$;
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a int; "A" int; new int;
BEGIN DECLARE a text; BEGIN NULL; END; RETURN OLD; END $$;
