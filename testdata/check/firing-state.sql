-- pgtrigger: protect a insert for each statement disable
--=                                               ^^^^^^^ error[firing-state] 42809: triggers of views always fire, and "Größe" is a view => leave it out
-- pgtrigger: trigger b instead of insert enable always as $$ BEGIN RETURN NULL; END $$
--=                                       ^^^^^^^^^^^^^ error[firing-state] 42809: triggers of views always fire, and "Größe" is a view => leave it out
-- pgtrigger: trigger c instead of insert as $$ BEGIN RETURN NULL; END $$
CREATE VIEW "Größe" AS SELECT 1 AS a;
-- pgtrigger: protect ok insert disable
-- pgtrigger: protect ok_b insert enable always
-- pgtrigger: protect ok_c insert enable replica
CREATE TABLE t (id int PRIMARY KEY);
