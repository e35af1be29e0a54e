-- pgtrigger: trigger a before update execute function nope()
--=                                                    ^^^^ error[unknown-function] 42883: function "nope\(\)" does not exist
-- pgtrigger: trigger b before update execute function public.stmap()
--=                                                    ^^^^^^^^^^^^ error[unknown-function] 42883: function "public\.stmap\(\)" does not exist => did you mean "stamp"\?
-- pgtrigger: trigger c before update execute function nope.stamp()
--=                                                    ^^^^^^^^^^ error[unknown-function] 3F000: function "nope\.stamp\(\)" does not exist => did you mean "stamp"\?
-- pgtrigger: trigger d before update execute function with_args()
--=                                                    ^^^^^^^^^ error[unknown-function] 42883: function "with_args\(\)" does not exist => a trigger function is declared without arguments; it finds those of EXECUTE FUNCTION in TG_ARGV
-- pgtrigger: trigger e before update execute function "Größe"()
--=                                                    ^^^^^^^^^ error[unknown-function] 42883: function "Größe\(\)" does not exist
-- pgtrigger: protect f delete when (nope.f(OLD.n))
--=                                  ^^^^^^ error[unknown-function] 3F000: schema "nope" does not exist
-- pgtrigger: trigger ok before update execute function stamp('a', 1)
-- pgtrigger: trigger ok_b before update execute function suppress_redundant_updates_trigger()
-- pgtrigger: trigger ok_c before update execute function pg_catalog.tsvector_update_trigger('s', 'pg_catalog.english', 'b')
-- pgtrigger: trigger ok_d before update execute procedure public.STAMP()
-- pgtrigger: trigger ok_e before update when (public.f(OLD.n) AND f(NEW.n)) execute function stamp()
CREATE TABLE t (id int PRIMARY KEY, n int, s tsvector, b text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION with_args(n int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(n int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TRIGGER t1 BEFORE UPDATE ON t EXECUTE FUNCTION stmap();
--=                                                   ^^^^^ error[unknown-function] 42883: function "stmap\(\)" does not exist => did you mean "stamp"\?
CREATE TRIGGER t2 BEFORE UPDATE ON t EXECUTE FUNCTION later();
--=                                                   ^^^^^ error[unknown-function] 42883: function "later\(\)" does not exist => statements run in the order of the files: move it before this one
CREATE TRIGGER t3 BEFORE UPDATE ON t EXECUTE FUNCTION with_args(1);
--=                                                   ^^^^^^^^^ error[unknown-function] 42883: function "with_args\(\)" does not exist => a trigger function is declared without arguments; it finds them in TG_ARGV
CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: protect chng on t update when (chnged(id) AND OLD.id > 1)
--=                                          ^^^^^^ error[unknown-function] 42883: function "chnged\(\)" does not exist => did you mean "changed"\?
CREATE TABLE of_postgres (id int PRIMARY KEY);
CREATE TRIGGER a BEFORE UPDATE ON of_postgres FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
CREATE TRIGGER b BEFORE UPDATE ON of_postgres FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_updates();
--=                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-function] 42883: function "pg_catalog\.suppress_updates\(\)" does not exist
