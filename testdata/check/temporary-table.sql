-- pgtrigger: protect a delete
--=                   ^ error[temporary-table]: table "t" is temporary: it is gone when triggers are installed
CREATE TEMP TABLE t (
  id int PRIMARY KEY, -- pgtrigger: readonly "ü"
--=                                          ^^^^ error[temporary-table]: table "t" is temporary: it is gone when triggers are installed
  n  int
);
-- pgtrigger: protect b delete on t
--=                   ^ error[temporary-table]: table "t" is temporary: it is gone when triggers are installed
-- pgtrigger: protect c delete
--=                   ^ error[temporary-table]: view "v" is temporary: it is gone when triggers are installed
CREATE TEMPORARY VIEW v AS SELECT 1 AS a;
-- pgtrigger: protect ok delete
CREATE UNLOGGED TABLE u (id int PRIMARY KEY);
