CREATE EXTENSION moddatetime;
CREATE TABLE "Größe" (id int PRIMARY KEY, n int, s text, v tsvector, at timestamptz);
CREATE TRIGGER a AFTER UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
--=              ^^^^^ error[builtin-trigger] 39P01: suppress_redundant_updates_trigger is for triggers BEFORE the event
CREATE TRIGGER b BEFORE INSERT OR UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
--=                     ^^^^^^ error[builtin-trigger] 39P01: suppress_redundant_updates_trigger is not for INSERT
CREATE TRIGGER c BEFORE INSERT ON "Größe" FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(v, 'pg_catalog.english', ss);
--=                                                                                                                        ^^ error[builtin-trigger] 42703: table "Größe" has no column "ss" => did you mean "s"\?
CREATE TRIGGER d BEFORE INSERT ON "Größe" FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(v, english, s);
--=                                                                                                  ^^^^^^^ error[builtin-trigger] 22023: the configuration "english" has no schema => write 'pg_catalog.english'
CREATE TRIGGER e BEFORE INSERT ON "Größe" FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(v, 'pg_catalog.english', n);
--=                                                                                                                        ^ error[builtin-trigger] 42804: column "n" is not of type text or varchar or bpchar
CREATE TRIGGER f BEFORE UPDATE ON "Größe" FOR EACH STATEMENT EXECUTE FUNCTION moddatetime(at);
--=                                         ^^^^^^^^^^^^^^^^^^ error[builtin-trigger] XX000: moddatetime is for triggers FOR EACH ROW
CREATE TRIGGER g BEFORE UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION moddatetime();
--=                                                                       ^^^^^^^^^^^ error[builtin-trigger] XX000: moddatetime takes one argument, a column
CREATE TRIGGER h AFTER UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION "RI_FKey_check_upd"();
--=                                                                      ^^^^^^^^^^^^^^^^^^^ error[builtin-trigger] 42P17: only Postgres itself makes triggers that execute RI_FKey_check_upd
CREATE TRIGGER ok BEFORE UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
CREATE TRIGGER ok_b BEFORE INSERT OR UPDATE ON "Größe" FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(v, 'pg_catalog.english', s);
