-- pgtrigger: touch a (at) message 'é'
--=                                ^^^^ error[clause-not-allowed]: touch raises no error of its own => leave out MESSAGE
-- pgtrigger: set b set n = 1 errcode 'P0001'
--=                                   ^^^^^^^ error[clause-not-allowed]: set raises no error of its own => leave out ERRCODE
-- pgtrigger: softdelete c set n = 1 hint 'x' message 'y'
--=                                       ^^^ error[clause-not-allowed]: softdelete raises no error of its own => leave out HINT
--=                                                   ^^^ error[clause-not-allowed]: softdelete raises no error of its own => leave out MESSAGE
-- pgtrigger: run d after delete do (DELETE FROM t) message 'x'
--=                                                         ^^^ error[clause-not-allowed]: run raises no error of its own => leave out MESSAGE
-- pgtrigger: trigger e before update execute function suppress_redundant_updates_trigger() hint 'x'
--=                                                                                              ^^^ error[clause-not-allowed]: trigger raises no error of its own => leave out HINT
-- pgtrigger: protect ok delete message 'x' errcode 'P0001' hint 'z'
-- pgtrigger: version ok_b (n) message 'x'
CREATE TABLE t (id int PRIMARY KEY, n int, at timestamptz);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger message 'x'
--=                           ^^^ error[clause-not-allowed]: trigger raises no error of its own => leave out MESSAGE
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger hint 'é'
--=                        ^^^^ error[clause-not-allowed]: trigger raises no error of its own => leave out HINT
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger ignorable by postgres
CREATE TRIGGER ok_t3 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger message
CREATE TRIGGER message BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();

-- pgtrigger: searchvector sv (v) from s message 'no'
--=                                              ^^^^ error[clause-not-allowed]: searchvector raises no error of its own => leave out MESSAGE
CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);

-- pgtrigger: notify a channel c hint 'no'
--=                                   ^^^^ error[clause-not-allowed]: notify raises no error of its own => leave out HINT
CREATE TABLE told (id int PRIMARY KEY, s text);
