-- case: 704_on_sequence
-- part: A
-- rule: a trigger on a sequence
-- expect: install-error 42809 relation "sq" cannot have triggers
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-14: install-error 42809 "sq" is not a table or view
-- @setup
CREATE SEQUENCE sq;
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER INSERT ON sq EXECUTE FUNCTION f();
