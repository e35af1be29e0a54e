-- case: 965_no_body
-- part: A
-- rule: no body
-- expect: install-error 42P13 no function body specified
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @install
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql;
