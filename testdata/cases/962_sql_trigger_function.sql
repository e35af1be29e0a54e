-- case: 962_sql_trigger_function
-- part: A
-- rule: LANGUAGE sql
-- expect: install-error 42P13 SQL functions cannot return type trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$;
