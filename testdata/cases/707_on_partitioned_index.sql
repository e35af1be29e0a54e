-- case: 707_on_partitioned_index
-- part: A
-- rule: a trigger on a partitioned index
-- expect: install-error 42809 "p_pkey" is an index
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: install-error 42809 cannot open relation "p_pkey"
-- expect-17: install-error 42809 cannot open relation "p_pkey"
-- expect-18: install-error 42809 cannot open relation "p_pkey"
-- @setup
CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON p_pkey EXECUTE FUNCTION f();
