CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- pgtrigger: protect a instead of delete
--=                     ^^^^^^^^^^ error[wrong-relation] 42809: INSTEAD OF triggers are for views, and "Größe" is a table
-- pgtrigger: trigger b instead of insert execute function f() not ignorable
--=                     ^^^^^^^^^^ error[wrong-relation] 42809: INSTEAD OF triggers are for views, and "Größe" is a table
CREATE TABLE "Größe" (id int PRIMARY KEY);
-- pgtrigger: protect c before delete
--=                     ^^^^^^ error[wrong-relation] 42809: BEFORE triggers FOR EACH ROW are not for views, and "v" is one => write INSTEAD OF
-- pgtrigger: protect d truncate
--=                     ^^^^^^^^ error[wrong-relation] 42809: a view cannot be truncated, and "v" is one
-- pgtrigger: protect d2 delete or truncate
--=                                ^^^^^^^^ error[wrong-relation] 42809: a view cannot be truncated, and "v" is one
-- pgtrigger: run e after insert do (SELECT 1)
--=                 ^^^^^ error[wrong-relation] 42809: AFTER triggers FOR EACH ROW are not for views, and "v" is one => write INSTEAD OF
-- pgtrigger: touch f (a)
--=           ^^^^^ error[wrong-relation] 42809: touch is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: readonly f2 (a)
--=           ^^^^^^^^ error[wrong-relation] 42809: readonly is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: version f3 (a)
--=           ^^^^^^^ error[wrong-relation] 42809: version is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: fsm f4 (a) 1 -> 2
--=           ^^^ error[wrong-relation] 42809: fsm is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: set f5 set a = 1
--=           ^^^ error[wrong-relation] 42809: set is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: softdelete f6 set a = 1
--=           ^^^^^^^^^^ error[wrong-relation] 42809: softdelete is not for views, and "v" is one => put it at the table behind the view
-- pgtrigger: protect ok delete
-- pgtrigger: protect ok_b delete for each statement
CREATE VIEW v AS SELECT 1 AS a;
-- pgtrigger: protect g delete
--=                   ^ error[wrong-relation] 42809: a materialized view cannot have triggers, and "mv" is one
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
-- pgtrigger: protect h delete on mv
--=                               ^^ error[wrong-relation] 42809: a materialized view cannot have triggers, and "mv" is one
CREATE SEQUENCE s;
-- pgtrigger: protect i delete on s
--=                               ^ error[wrong-relation] 42809: a sequence cannot have triggers, and "s" is one
CREATE INDEX idx ON "Größe" (id);
-- pgtrigger: protect k delete on idx
--=                               ^^^ error[wrong-relation] 42809: an index cannot have triggers, and "idx" is one
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER srv FOREIGN DATA WRAPPER w;
-- pgtrigger: protect l truncate
--=                     ^^^^^^^^ error[wrong-relation] 42809: a foreign table has no TRUNCATE triggers before Postgres 16, and "ft" is one
-- pgtrigger: protect m delete deferrable
--=                            ^^^^^^^^^^ error[wrong-relation] 42809: a foreign table has no constraint triggers, and "ft" is one
-- pgtrigger: protect l2 delete or truncate
--=                                ^^^^^^^^ error[wrong-relation] 42809: a foreign table has no TRUNCATE triggers before Postgres 16, and "ft" is one
-- pgtrigger: assert l3 insert or truncate check (false)
--=                               ^^^^^^^^ error[wrong-relation] 42809: a foreign table has no TRUNCATE triggers before Postgres 16, and "ft" is one
-- pgtrigger: protect n instead of delete
--=                     ^^^^^^^^^^ error[wrong-relation] 42809: INSTEAD OF triggers are for views, and "ft" is a foreign table
-- pgtrigger: protect ok_c delete
CREATE FOREIGN TABLE ft (id int) SERVER srv;
-- pgtrigger: protect o instead of delete
--=                     ^^^^^^^^^^ error[wrong-relation] 42809: INSTEAD OF triggers are for views, and "p" is a partitioned table
CREATE TABLE p (id int) PARTITION BY RANGE (id);
-- pgtrigger: protect o2 delete deferrable on far
--=                             ^^^^^^^^^^ error[wrong-relation] 42809: a foreign table has no constraint triggers, and partition "far_2" is one => leave it out
-- pgtrigger: protect ok_d delete or truncate on far
CREATE TABLE far (id int) PARTITION BY RANGE (id);
CREATE TABLE far_1 PARTITION OF far FOR VALUES FROM (0) TO (9) PARTITION BY RANGE (id);
CREATE FOREIGN TABLE far_2 PARTITION OF far_1 DEFAULT SERVER srv;
CREATE TRIGGER t1 INSTEAD OF INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
--=               ^^^^^^^^^^ error[wrong-relation] 42809: INSTEAD OF triggers are for views, and "p" is a partitioned table
CREATE TRIGGER t2 BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
--=               ^^^^^^ error[wrong-relation] 42809: BEFORE triggers FOR EACH ROW are not for views, and "v" is one => write INSTEAD OF
CREATE TRIGGER t3 BEFORE INSERT ON mv FOR EACH ROW EXECUTE FUNCTION f();
--=            ^^ error[wrong-relation] 42809: a materialized view cannot have triggers, and "mv" is one
-- pgtrigger: protect q delete on pg_class
--=                               ^^^^^^^^ error[wrong-relation] 42501: "pg_class" is a system catalog, which cannot have triggers
-- pgtrigger: protect r delete on pg_catalog.pg_class
--=                               ^^^^^^^^^^^^^^^^^^^ error[wrong-relation] 42501: "pg_catalog\.pg_class" is a system catalog, which cannot have triggers
-- pgtrigger: protect s delete on information_schema.tables
--=                               ^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-relation]: "information_schema\.tables" is a relation of Postgres itself, which should have no triggers of yours
CREATE TRIGGER t4 BEFORE INSERT ON pg_class FOR EACH ROW EXECUTE FUNCTION f();
--=                                ^^^^^^^^ error[wrong-relation] 42501: "pg_class" is a system catalog, which cannot have triggers

CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);
-- pgtrigger: searchvector sv (v) from s
--=           ^^^^^^^^^^^^ error[wrong-relation] 42809: searchvector is not for views
CREATE VIEW searched_view AS SELECT id, s, v FROM searched;

CREATE TABLE told (id int PRIMARY KEY, s text);
-- pgtrigger: notify a channel c
--=           ^^^^^^ error[wrong-relation] 42809: notify is not for views, and "told_view" is one => put it at the table behind the view
CREATE VIEW told_view AS SELECT id, s FROM told;
