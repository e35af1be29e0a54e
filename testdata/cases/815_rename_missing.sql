-- case: 815_rename_missing
-- part: A
-- rule: ALTER TRIGGER of a missing trigger
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
ALTER TRIGGER trg ON t RENAME TO x;
