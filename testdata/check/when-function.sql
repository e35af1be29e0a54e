-- pgtrigger: protect a delete when (count(*) > 1)
--=                                  ^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect b delete when ('é' = '' OR max(OLD.n) > 1)
--=                                               ^^^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect c delete when (row_number() OVER () = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^ error[when-function] 42P20: window functions are not allowed in trigger WHEN conditions
-- pgtrigger: protect d delete when (sum(OLD.n) OVER (PARTITION BY OLD.id) = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 42P20: window functions are not allowed in trigger WHEN conditions
-- pgtrigger: protect e delete when (rank() = 1)
--=                                  ^^^^^^ error[when-function] 42809: window function rank requires an OVER clause
-- pgtrigger: protect f delete when (generate_series(1, OLD.n) = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 0A000: set-returning functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect g delete when (pg_catalog.unnest(ARRAY[true]))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 0A000: set-returning functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect h delete when (string_agg(DISTINCT OLD.s, ',') = '')
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect i delete when (array_agg(OLD.n ORDER BY OLD.n) IS NULL)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect j delete when (count(*) FILTER (WHERE OLD.n > 1) = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions => use it in a subquery
-- pgtrigger: protect ok delete when ((SELECT count(*) FROM t) > 1 AND EXISTS (SELECT FROM generate_series(1, OLD.n)))
-- pgtrigger: protect ok_too delete when (pg_trigger_depth() = 0 AND greatest(OLD.n, 1) = 1 AND my.max(OLD.n) = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text);
CREATE SCHEMA my;
CREATE FUNCTION my.max(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER t1 BEFORE DELETE ON t FOR EACH ROW WHEN (OLD.s = 'é' AND bool_or(OLD.n = 1)) EXECUTE FUNCTION f();
--=                                                                      ^^^^^^^^^^^^^^^^^^ error[when-function] 42803: aggregate functions are not allowed in trigger WHEN conditions
