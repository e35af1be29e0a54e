-- pgtrigger: notify a channel ''
--=                            ^^ error[channel-name] 22023: channel name cannot be empty => write the name that listeners use
-- pgtrigger: notify b channel ""
--=                            ^^ error[directive-syntax] 42601: zero-length delimited identifier
-- pgtrigger: notify c channel ('')
--=                             ^^ error[channel-name] 22023: channel name cannot be empty
-- pgtrigger: notify d channel a123456789b123456789c123456789d123456789e123456789f123456789g123
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[channel-name] 22023: channel name is 64 bytes long, and Postgres takes 63 => shorten it to 63 bytes
-- pgtrigger: notify e channel 'é123456789b123456789c123456789d123456789e123456789f123456789g12'
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[channel-name] 22023: channel name is 64 bytes long, and Postgres takes 63
-- pgtrigger: notify ok channel a123456789b123456789c123456789d123456789e123456789f123456789g12
-- pgtrigger: notify ok_b channel 'A channel. "with" ''everything'' %s'
CREATE TABLE t (id int PRIMARY KEY, s text);
CREATE TABLE told (id int PRIMARY KEY, s text NOT NULL);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 'é', pg_notify('', NEW.s);
--=                       ^^ error[channel-name] 22023: channel name cannot be empty => write the name that listeners use
  PERFORM pg_notify(NULL::text, NEW.s);
--=                 ^^^^ error[channel-name] 22023: channel name cannot be empty => write the name that listeners use
  PERFORM pg_catalog.pg_notify('a123456789b123456789c123456789d123456789e123456789f123456789g123', NEW.s);
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[channel-name] 22023: channel name is 64 bytes long, and Postgres takes 63 => shorten it to 63 bytes
  IF NEW.id > 1 THEN PERFORM pg_notify('', NEW.s); END IF;
--=                                    ^^ warning[channel-name]: channel name cannot be empty => write the name that listeners use
  PERFORM pg_notify('told', NULL), pg_notify('told', ''), pg_notify(NEW.s, '');
  RETURN NEW;
END $$;
CREATE TRIGGER zz AFTER INSERT ON told FOR EACH ROW EXECUTE FUNCTION f();
