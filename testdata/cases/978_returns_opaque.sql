-- case: 978_returns_opaque
-- part: A
-- rule: RETURNS opaque
-- expect: install-error 42704 type "opaque" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS opaque LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
