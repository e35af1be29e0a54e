CREATE TYPE mood AS ENUM ('happy', 'sad', 'Größe');
CREATE DOMAIN my_mood AS mood;
-- pgtrigger: protect a update when (OLD.m = 'hapy')
--=                                          ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
-- pgtrigger: protect b update when ('é' = '' OR 'xyzzyxyzzy' <> NEW.m)
--=                                               ^^^^^^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "xyzzyxyzzy" => labels are "happy", "sad", "Größe"
-- pgtrigger: protect c update when (OLD.m IN ('happy', 'sda', NULL, 'größe'))
--=                                                     ^^^^^ error[enum-label] 22P02: enum "mood" has no label "sda" => did you mean "sad"\?
--=                                                                  ^^^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "größe" => did you mean "Größe"\?
-- pgtrigger: protect d update when (OLD.m IS DISTINCT FROM 'Happy')
--=                                                         ^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "Happy" => did you mean "happy"\?
-- pgtrigger: fsm e (m) happy -> sda, Größe -> happy initial "Sad"
--=                              ^^^ error[enum-label] 22P02: enum "mood" has no label "sda" => did you mean "sad"\?
--=                                   ^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "größe" => write 'Größe'
--=                                                            ^^^^^ error[enum-label] 22P02: enum "mood" has no label "Sad" => write 'sad'
-- pgtrigger: set f set m = 'glad'
--=                         ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "glad" => did you mean "sad"\?
-- pgtrigger: softdelete g set m = 'gone'
--=                                ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "gone" => labels are "happy", "sad", "Größe"
-- pgtrigger: protect h update when (OLD.dm::mood = 'hapy')
--=                                                 ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
-- pgtrigger: protect i update when (OLD.m = ANY ('{happy,sda}'))
--=                                               ^^^^^^^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "sda" => did you mean "sad"\?
-- pgtrigger: protect k update when ('hapy'::mood = OLD.m)
--=                                  ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
-- pgtrigger: protect l update when (OLD.m = ANY ('{happy,Größe}'))
-- pgtrigger: protect mm update when (OLD.dm::mood = 'hapy')
--=                                                  ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
-- pgtrigger: protect m update when (OLD.m BETWEEN 'happy' AND 'sda')
--=                                                            ^^^^^ error[enum-label] 22P02: enum "mood" has no label "sda" => did you mean "sad"\?
-- pgtrigger: protect n update when (CASE OLD.m WHEN 'hapy' THEN true END)
--=                                                  ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
-- pgtrigger: protect ok update when (OLD.m = 'happy' AND NEW.m IN ('sad', 'Größe') AND OLD.m::text = 'hapy' AND OLD.dm::mood = 'sad' AND OLD.m > 'happy')
-- pgtrigger: fsm ok_b (m) happy -> sad, sad -> "Größe"
CREATE TABLE t (
  id int PRIMARY KEY,
  m  mood, -- pgtrigger: fsm at_column hapy -> sad | 'größe'
--=                                    ^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
--=                                                  ^^^^^^^^^ error[enum-label] 22P02: enum "mood" has no label "größe" => write 'Größe'
  dm my_mood
);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.m = 'hapy') EXECUTE FUNCTION f();
--=                                                             ^^^^^^ error[enum-label] 22P02: enum "mood" has no label "hapy" => did you mean "happy"\?
