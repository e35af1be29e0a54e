-- pgtrigger: fsm a (status) draft -> NULL, null -> live
--=                                   ^^^^ warning[fsm-null]: column "status" is NOT NULL, so this state cannot be
--=                                         ^^^^ warning[fsm-null]: column "status" is NOT NULL, so this state cannot be
-- pgtrigger: fsm b (status) draft -> live initial NULL | draft
--=                                                ^^^^ warning[fsm-null]: column "status" is NOT NULL, so this state cannot be
-- pgtrigger: fsm ok (other) draft -> NULL, NULL -> live initial NULL | draft
-- pgtrigger: fsm ok_b (status) draft -> "null", 'NULL' -> live
CREATE TABLE t (
  id     int PRIMARY KEY,
  status text NOT NULL, -- pgtrigger: fsm at_column 'é' -> NULL
--=                                                         ^^^^ warning[fsm-null]: column "status" is NOT NULL, so this state cannot be
  other  text
);
