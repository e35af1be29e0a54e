-- Arguments are strings, and a word without quotes is in lower case.
CREATE TABLE t (id int, title text);
CREATE TABLE log (msg text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_ARGV[0]); RETURN NEW; END $$;
CREATE TRIGGER nothing BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(NULL, true, Foo);
--=                                                                       ^^^^ warning[bare-argument]: an argument is a string: this passes 'null', and not NULL => leave it out, or write a string that the function takes for it
--=                                                                                   ^^^ warning[bare-argument]: a word without quotes is read in lower case: this passes 'foo' => write 'Foo'
CREATE TRIGGER who BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(current_user, null);
--=                                                                   ^^^^^^^^^^^^ warning[bare-argument]: an argument is a string: this passes 'current_user', and not its value => read it in the function
--=                                                                                 ^^^^ warning[bare-argument]: an argument is a string: this passes 'null', and not NULL
CREATE TRIGGER ok BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f('NULL', foo, TRUE, 'Foo', 1, 1.5, "Foo", '', False);
CREATE TRIGGER ok_column BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(Title, T, ID);
CREATE FUNCTION ok_looks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_ARGV[0] = 'null' OR TG_ARGV[0] = 'some' THEN RETURN NULL; END IF; RETURN NEW; END $$;
CREATE FUNCTION ok_lower() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (upper(TG_ARGV[0])); RETURN NEW; END $$;
CREATE TRIGGER ok_looks BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_looks(NULL, Some);
CREATE TRIGGER ok_lower BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION ok_lower(Some);
