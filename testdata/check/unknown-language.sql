CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpsql AS $$ BEGIN RETURN NULL; END $$;
--=                                          ^^^^^^ error[unknown-language] 42704: language "plpsql" does not exist => did you mean "plpgsql"\?
CREATE FUNCTION g() RETURNS trigger LANGUAGE 'PLPGSQL' AS $$ BEGIN RETURN NULL; END $$;
--=                                          ^^^^^^^^^ error[unknown-language] 42704: language "PLPGSQL" does not exist => did you mean "plpgsql"\?
CREATE FUNCTION h() RETURNS trigger AS 'return' LANGUAGE plperl;
--=                                                      ^^^^^^ error[unknown-language] 42704: language "plperl" does not exist => write CREATE EXTENSION plperl before it
CREATE EXTENSION plperl;
CREATE FUNCTION i() RETURNS trigger AS 'return' LANGUAGE plperl;
CREATE FUNCTION "é"() RETURNS trigger LANGUAGE PLPGSQL AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION i();
