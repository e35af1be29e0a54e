-- pgtrigger: touch a (at, other)
--=                        ^^^^^ error[one-column]: touch is for one column => write a directive for each
-- pgtrigger: version b (n, "Ü")
--=                         ^^^^ error[one-column]: version is for one column => write a directive for each
-- pgtrigger: fsm c (n, "Ü", id) 1 -> 2
--=                     ^^^^ error[one-column]: fsm is for one column => write a directive for each
-- pgtrigger: touch ok (at)
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0, "Ü" int, at timestamptz, other timestamptz);
