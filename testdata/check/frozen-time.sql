-- A literal of a WHEN is read when the trigger is made, that of a body once in a session.
-- pgtrigger: protect late update when (OLD.at < 'now')
--=                                              ^^^^^ warning[frozen-time]: 'now' is read when the trigger is made, and means that time for ever => write now()
-- pgtrigger: protect late_too update when (OLD.day IN (date 'Yesterday', ' today '))
--=                                                          ^^^^^^^^^^^ warning[frozen-time]: 'yesterday' is read when the trigger is made, and means that time for ever => write current_date - 1
--=                                                                       ^^^^^^^^^ warning[frozen-time]: 'today' is read when the trigger is made, and means that time for ever => write current_date
-- pgtrigger: run stamp after insert do (INSERT INTO log VALUES ('now', 'now'))
--=                                                              ^^^^^ warning[frozen-time]: 'now' is read when a session first runs it, and means that time as long as its plan is kept => write now()
-- pgtrigger: protect good update when (OLD.at < now() AND OLD.word = 'now' AND OLD.at < 'infinity' AND OLD.at <> '2020-01-01' AND OLD.at < 'now'::text::timestamptz)
CREATE TABLE t (id int PRIMARY KEY, at timestamptz, day date, word text);
CREATE TABLE log (at timestamptz, msg text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  good timestamptz := 'now'; -- read when the body runs
  bad timestamptz := timestamptz 'now';
--=                              ^^^^^ warning[frozen-time]: 'now' is read when a session first runs it
BEGIN
  good := 'epoch';
  good := 'tomorrow 12:00';
--=       ^^^^^^^^^^^^^^^^ warning[frozen-time]: 'tomorrow' is read when a session first runs it
  NEW.at := 'now';
--=         ^^^^^ warning[frozen-time]: 'now' is read when a session first runs it
  NEW.word := 'now';
  IF NEW.day = 'now'::date OR NEW.word LIKE 'today%' THEN
--=            ^^^^^ warning[frozen-time]: 'now' is read when a session first runs it
    EXECUTE 'INSERT INTO log VALUES (''now'')';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.at > 'today 12:00') EXECUTE FUNCTION f();
--=                                                             ^^^^^^^^^^^^^ warning[frozen-time]: 'today' is read when the trigger is made, and means that time for ever
