-- case: 816_rename_missing_table
-- part: A
-- rule: ALTER TRIGGER on a missing table
-- expect: install-error 42P01 relation "nope" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
ALTER TRIGGER trg ON nope RENAME TO x;
