-- case: 1075_not_enforced
-- part: A
-- rule: constraints that are NOT ENFORCED, since PG18
-- expect: install-error 42601 syntax error at or near "ENFORCED"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int CHECK (id > 0) NOT ENFORCED, r int REFERENCES r NOT ENFORCED, CONSTRAINT k FOREIGN KEY (r) REFERENCES r (id) ENFORCED);
ALTER TABLE t ALTER CONSTRAINT k NOT ENFORCED;
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES (-1, 5);
