-- case: 957_function_event_trigger
-- part: A
-- rule: a function that returns event_trigger
-- expect: install-error 42P17 function g must return type trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE TRIGGER trg AFTER INSERT ON t EXECUTE FUNCTION g();
