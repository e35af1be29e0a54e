-- case: 713_search_path_set_away
-- part: A
-- rule: a table that SET search_path no longer finds
-- expect: install-error 42P01 relation "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE SCHEMA s1;
SET LOCAL search_path = s1;
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION trigc_case.f();
