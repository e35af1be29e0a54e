-- case: 810_disable_on_missing_table
-- part: A
-- rule: DISABLE TRIGGER on a missing table
-- expect: install-error 42P01 relation "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
ALTER TABLE nope DISABLE TRIGGER trg;
