-- case: 705_on_index
-- part: A
-- rule: a trigger on an index
-- expect: install-error 42809 "t_pkey" is an index
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: install-error 42809 cannot open relation "t_pkey"
-- expect-17: install-error 42809 cannot open relation "t_pkey"
-- expect-18: install-error 42809 cannot open relation "t_pkey"
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON t_pkey EXECUTE FUNCTION f();
