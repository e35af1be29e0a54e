-- pgtrigger: protect a update when (extract(fortnight FROM NEW.at) > 1)
--=                                          ^^^^^^^^^ error[unknown-unit] 22023: extract\(\) knows no unit "fortnight"
-- pgtrigger: protect b update when (date_part('Hours', NEW.at) > 1 AND pg_catalog.date_part('hors', NEW.at) > 1)
--=                                                                                          ^^^^^^ warning[unknown-unit]: date_part\(\) knows no unit "hors" => did you mean "hour"\?
-- pgtrigger: protect c update when (date_trunc('dow', NEW.at) > now() OR date_trunc('é', now(), 'UTC') > now())
--=                                             ^^^^^ error[unknown-unit] 22023: date_trunc\(\) knows no unit "dow"
--=                                                                                  ^^^^ warning[unknown-unit]: date_trunc\(\) knows no unit "é"
-- pgtrigger: protect ok update when (extract(epoch FROM NEW.at) > 1 AND date_part('microseconds', NEW.at) > 1 AND date_part(NEW.s, NEW.at) > 1 AND extract(timezone_hour FROM NEW.at) > 1 AND date_trunc('WEEK', NEW.at) > now())
CREATE TABLE t (id int PRIMARY KEY, at timestamptz, s text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := date_trunc('munth', now());
--=                    ^^^^^^^ error[unknown-unit] 22023: date_trunc\(\) knows no unit "munth" => did you mean "month"\?
  NEW.id := CASE WHEN NEW.s = 'x' THEN extract('weak' FROM now()) END;
--=                                            ^^^^^^ warning[unknown-unit]: extract\(\) knows no unit "weak" => did you mean "week"\?
  RETURN NEW;
END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
