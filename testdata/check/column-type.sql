-- pgtrigger: touch a (s)
--=                    ^ error[column-type] 42804: column "s" is of type text, which now\(\) does not fit => write = and the value
-- pgtrigger: touch b ("Größe") before insert
--=                    ^^^^^^^^^ error[column-type] 42804: column "Größe" is of type integer, which now\(\) does not fit => write = and the value
-- pgtrigger: version c (s)
--=                      ^ error[column-type]: column "s" is of type text, which cannot be counted up => version needs an integer
-- pgtrigger: version d (at)
--=                      ^^ error[column-type]: column "at" is of type timestamp with time zone, which cannot be counted up => version needs an integer
-- pgtrigger: touch ok (s) = 'é'
-- pgtrigger: touch ok_b (day)
-- pgtrigger: touch ok_c (at)
-- pgtrigger: version ok_d (n)
-- pgtrigger: version ok_e (big)
-- pgtrigger: version ok_f (num)
CREATE TABLE t (
  id int PRIMARY KEY,
  s  text, -- pgtrigger: touch at_column
--=                            ^^^^^^^^^ error[column-type] 42804: column "s" is of type text, which now\(\) does not fit => write = and the value
  n  int NOT NULL DEFAULT 0,
  big bigint,
  num numeric(10),
  "Größe" int,
  day date,
  at timestamptz -- pgtrigger: version at_column_too
--=                                    ^^^^^^^^^^^^^ error[column-type]: column "at" is of type timestamp with time zone, which cannot be counted up => version needs an integer
);
