-- case: 947_ok_when_number_in_string
-- part: A
-- rule: what looks like new numbers inside of a text and a name
-- expect: ok
-- offline: yes
-- verdict: accept
-- plpgsql_check: nothing
-- @setup
CREATE TABLE t (id int, b text, "0x1F" int);
-- @install
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER trg AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.b <> '1_000 0x1F' AND NEW."0x1F" > 0) EXECUTE FUNCTION f();
