-- pgtrigger: softdelete "é" set gone = true
--=                      ^^^^ warning[softdelete-no-key]: table "t" has no key, so the row is found by its place \(ctid\), which is slow on partitions and wrong if a trigger moved it => give the table a primary key
-- pgtrigger: softdelete b set gone = true when (OLD.gone IS NULL)
--=                      ^ warning[softdelete-no-key]: table "t" has no key, so the row is found by its place \(ctid\), which is slow on partitions and wrong if a trigger moved it => give the table a primary key
CREATE TABLE t (
  gone boolean, -- pgtrigger: softdelete at_column
--=                                      ^^^^^^^^^ warning[softdelete-no-key]: table "t" has no key, so the row is found by its place \(ctid\), which is slow on partitions and wrong if a trigger moved it => give the table a primary key
  n int UNIQUE
);
-- pgtrigger: softdelete ok_unique set gone = true
CREATE TABLE w (gone boolean, n int UNIQUE NOT NULL);
-- pgtrigger: softdelete ok set gone = true
CREATE TABLE u (a int, b int, gone boolean, PRIMARY KEY (a, b));
