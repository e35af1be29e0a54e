-- case: 971_language_twice
-- part: A
-- rule: LANGUAGE twice
-- expect: install-error 42601 conflicting or redundant options
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
