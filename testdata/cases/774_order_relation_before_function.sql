-- case: 774_order_relation_before_function
-- part: A
-- rule: the relation is looked at before the function
-- expect: install-error 42809 "t" is a table
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION nofunc();
