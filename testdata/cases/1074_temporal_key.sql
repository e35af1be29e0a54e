-- case: 1074_temporal_key
-- part: A
-- rule: a key WITHOUT OVERLAPS, since PG18
-- expect: install-error 42601 syntax error at or near "WITHOUT"
-- offline: yes
-- verdict: reject
-- plpgsql_check: n/a (does not install)
-- expect-18: ok
-- verdict-18: accept
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE t (during tstzrange, id int4range, PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE r (during tstzrange, id int4range, FOREIGN KEY (id, PERIOD during) REFERENCES t (id, PERIOD during));
CREATE TRIGGER trg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- @fire
INSERT INTO t VALUES ('[2000-01-01,2001-01-01)', '[1,2)');
