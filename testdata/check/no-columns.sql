-- pgtrigger: readonly a except (id, n)
--=                      ^^^^^^^^^^^^^^ error[no-columns]: no column is left that could be read-only
-- pgtrigger: protect b update when (changed_except(id, n))
--=                                  ^^^^^^^^^^^^^^^^^^^^^ error[no-columns]: no column is left to compare
-- pgtrigger: protect c update when ('é' = '' OR all_unchanged_except(n, id))
--=                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-columns]: no column is left to compare
-- pgtrigger: readonly ok except (id)
CREATE TABLE t (
  id int PRIMARY KEY,
  n  int
);
-- pgtrigger: readonly d
--=           ^^^^^^^^ error[no-columns]: no column is left that could be read-only
-- pgtrigger: protect e update when (changed())
--=                                  ^^^^^^^^^ error[no-columns]: no column is left to compare
CREATE TABLE u ();
-- pgtrigger: readonly f except (n) before update
--=                      ^^^^^^^^^^ error[no-columns]: no column is left that could be read-only
-- pgtrigger: readonly ok_f except (n)
CREATE TABLE v (n int, g int GENERATED ALWAYS AS (n * 2) STORED);
