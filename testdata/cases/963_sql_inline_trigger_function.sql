-- case: 963_sql_inline_trigger_function
-- part: A
-- rule: BEGIN ATOMIC
-- expect: install-error 42P13 SQL functions cannot return type trigger
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger BEGIN ATOMIC SELECT 1; END;
