CREATE TYPE pair AS (x int, y json);
-- pgtrigger: protect a update when (OLD.j <> NEW.j)
--=                                  ^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json <> json => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect b update when ('é' = '' OR OLD.x IS DISTINCT FROM NEW.x)
--=                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: xml = xml => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect c update when (OLD.p = NEW.p)
--=                                  ^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: point = point => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect d update when (OLD.* IS DISTINCT FROM NEW.*)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-equality]: rows cannot be compared: type json of column "j" has no equality operator => write changed\(\), which compares such columns by their binary image
-- pgtrigger: protect e update when (OLD = NEW)
--=                                  ^^^^^^^^^ error[no-equality]: rows cannot be compared: type json of column "j" has no equality operator => write changed\(\), which compares such columns by their binary image
-- pgtrigger: fsm f (j) draft -> live
--=                  ^ error[no-equality] 42883: type json of column "j" has no equality operator
-- pgtrigger: protect g update when (OLD.pr = NEW.pr)
--=                                  ^^^^^^ error[no-equality]: type pair of column "pr" has no equality operator => compare the text \(::text\), or write changed\(pr\)
-- pgtrigger: protect h update when (OLD.j IN (NEW.j, NULL))
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json = json => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect i update when (OLD.j = '{}')
--=                                  ^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json = unknown => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect j update when (OLD.jj = NEW.jj)
--=                                  ^^^^^^ error[no-equality]: type json\[\] of column "jj" has no equality operator => compare the text \(::text\), or write changed\(jj\)
-- pgtrigger: protect k update when (OLD.* = NEW.*)
--=                                  ^^^^^^^^^^^^^ error[no-equality]: rows cannot be compared: type json of column "j" has no equality operator => write changed\(\), which compares such columns by their binary image
-- pgtrigger: protect l update when (NULLIF(OLD.j, NEW.j) IS NULL)
--=                                  ^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json = json => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect m update when (OLD.j BETWEEN NEW.j AND NEW.j)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json >= json => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect n update when (CASE OLD.j WHEN '{}' THEN true ELSE false END)
--=                                                  ^^^^ error[no-operator] 42883: operator does not exist: json = unknown => compare the text \(::text\), or write changed\(column\)
-- pgtrigger: protect ok update when (changed(j, x, p, pr, jj) OR OLD.j::text <> NEW.j::text OR OLD.b = NEW.b OR OLD.b = '{}' OR OLD.bx = NEW.bx)
-- pgtrigger: readonly ok_b (j, x, p, pr, jj)
CREATE TABLE t (
  id int PRIMARY KEY,
  j  json, -- pgtrigger: fsm at_column draft -> live
--=                          ^^^^^^^^^ error[no-equality] 42883: type json of column "j" has no equality operator
  x  xml,
  p  point,
  b  jsonb,
  bx box,
  pr pair,
  jj json[]
);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.j IS NOT DISTINCT FROM NEW.j) EXECUTE FUNCTION f();
--=                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: json = json => compare the text \(::text\), or write changed\(column\)
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
--=                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-equality]: rows cannot be compared: type json of column "j" has no equality operator => write changed\(\), which compares such columns by their binary image
CREATE TRIGGER t3 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* *<> NEW.*) EXECUTE FUNCTION f();
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN mood_now AS mood;
-- pgtrigger: protect a update when (OLD.m = 'sad')
--=                                  ^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: mood_now = unknown => compare it as the enum: cast it to mood
-- pgtrigger: protect b update when ('é' = '' OR OLD.m IS DISTINCT FROM NEW.m)
--=                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-operator] 42883: operator does not exist: mood_now = mood_now => compare it as the enum: cast it to mood
-- pgtrigger: protect ok update when (OLD.m::mood = 'sad' OR changed(m) OR OLD.ms = NEW.ms)
-- pgtrigger: fsm ok_too (m) sad -> happy
CREATE TABLE moods (id int PRIMARY KEY, m mood_now, ms mood_now[]);
