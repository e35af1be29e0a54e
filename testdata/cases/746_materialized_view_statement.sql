-- case: 746_materialized_view_statement
-- part: A
-- rule: a statement trigger on a materialized view
-- expect: install-error 42809 relation "mv" cannot have triggers
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42809 "mv" is not a table or view
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON mv EXECUTE FUNCTION f();
