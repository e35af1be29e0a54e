-- case: 964_inline_plpgsql
-- part: A
-- rule: RETURN with LANGUAGE plpgsql
-- expect: install-error 42P13 inline SQL function body only valid for language SQL
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql RETURN NULL;
