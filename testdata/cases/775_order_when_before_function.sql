-- case: 775_order_when_before_function
-- part: A
-- rule: WHEN is looked at before the function
-- expect: install-error 42703 column new.zz does not exist
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- @setup
CREATE TABLE t (id int PRIMARY KEY, a int, b text, flag boolean);
-- @install
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW WHEN (NEW.zz > 0) EXECUTE FUNCTION nofunc();
