-- case: 809_enable_always_missing
-- part: A
-- rule: ENABLE ALWAYS of a missing trigger
-- expect: install-error 42704 trigger "trg" for table "t" does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
ALTER TABLE t ENABLE ALWAYS TRIGGER trg;
