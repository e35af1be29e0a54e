-- case: 811_ok_disable_all_user
-- part: A
-- rule: DISABLE TRIGGER ALL and USER without any
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
ALTER TABLE t DISABLE TRIGGER ALL;
ALTER TABLE t ENABLE TRIGGER USER;
ALTER TABLE IF EXISTS nope DISABLE TRIGGER trg;
