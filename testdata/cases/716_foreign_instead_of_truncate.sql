-- case: 716_foreign_instead_of_truncate
-- part: A
-- rule: TRUNCATE trigger on a foreign table
-- expect: install-error 42809 "ft" is a foreign table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: ok
-- verdict-16: accept
-- expect-17: ok
-- verdict-17: accept
-- expect-18: ok
-- verdict-18: accept
-- @setup
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (id int, a int) SERVER s;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER TRUNCATE ON ft EXECUTE FUNCTION f();
