-- pgtrigger: set a set n = NULL
--=                         ^^^^ error[not-null] 23502: column "n" is NOT NULL
-- pgtrigger: softdelete b set s = 'é', n = null
--=                                          ^^^^ error[not-null] 23502: column "n" is NOT NULL
-- pgtrigger: set ok set s = NULL, n = nullif(1, 1)
-- pgtrigger: touch c (n) = NULL
--=                         ^^^^ error[not-null] 23502: column "n" is NOT NULL
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, s text);
-- pgtrigger: set d set id = NULL
--=                          ^^^^ error[not-null] 23502: column "id" is NOT NULL
-- pgtrigger: set ok_d set id = 0
CREATE TABLE u (id int PRIMARY KEY);
