-- case: 706_on_composite_type
-- part: A
-- rule: a trigger on a composite type
-- expect: install-error 42809 "ct" is a composite type
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-16: install-error 42809 cannot open relation "ct"
-- expect-17: install-error 42809 cannot open relation "ct"
-- expect-18: install-error 42809 cannot open relation "ct"
-- @setup
CREATE TYPE ct AS (x int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON ct EXECUTE FUNCTION f();
