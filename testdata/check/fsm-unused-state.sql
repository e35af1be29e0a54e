CREATE TYPE mood AS ENUM ('happy', 'sad', 'Größe', 'angry');
CREATE DOMAIN state AS text CHECK (VALUE IN ('draft', 'live', 'gone'));
-- pgtrigger: fsm a (m) happy -> sad
--=                  ^ warning[fsm-unused-state]: no transition has states "Größe", "angry" of column "m" => add transitions, or name it after INITIAL if rows only start there
-- pgtrigger: fsm b (d) draft -> live, live -> draft
--=                  ^ warning[fsm-unused-state]: no transition has state "gone" of column "d" => add transitions, or name it after INITIAL if rows only start there
-- pgtrigger: fsm c (s) 'é' -> b, * -> b initial b
--=                  ^ warning[fsm-unused-state]: no transition has state "c" of column "s" => add transitions, or name it after INITIAL if rows only start there
--=                     ^^^^ warning[fsm-unreachable]: no row can ever come to state "é" => add a transition to it, or name it after INITIAL
-- pgtrigger: fsm ok (m) happy -> sad | "Größe", sad -> happy initial angry | happy | sad
-- pgtrigger: fsm ok_b (d) draft -> live | gone
-- pgtrigger: fsm ok_c (t) a -> b
CREATE TABLE t (
  id int PRIMARY KEY,
  m  mood, -- pgtrigger: fsm at_column happy -> sad | angry
--=                          ^^^^^^^^^ warning[fsm-unused-state]: no transition has state "Größe" of column "m" => add transitions, or name it after INITIAL if rows only start there
  d  state,
  s  text CHECK (s IN ('é', 'b', 'c')),
  t  text
);
