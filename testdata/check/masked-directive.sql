-- +goose Up
-- pgtrigger: protect up delete
CREATE TABLE t (id int PRIMARY KEY);
-- pgtrigger: is only spoken of here, and that is no directive
--=           ^^ error[unknown-kind]: unknown kind "is"

-- +goose Down
-- pgtrigger: protect down delete
--=^^^^^^^^^^ warning[masked-directive]: stands in a part of the file that is not run => the part that goes up
DROP TABLE t; -- pgtrigger: readonly x
--=              ^^^^^^^^^^ warning[masked-directive]: stands in a part of the file that is not run
-- see the pgtrigger: above
