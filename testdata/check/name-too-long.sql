-- pgtrigger: protect a234567890123456789012345678901234567890123456789012345678901234 delete
--=                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[name-too-long]: name is 64 bytes long; Postgres cuts names at 63 bytes
-- pgtrigger: protect "ä234567890123456789012345678901234567890123456789012345678901ä" delete
--=                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[name-too-long]: name is 64 bytes long; Postgres cuts names at 63 bytes
-- pgtrigger: protect ok34567890123456789012345678901234567890123456789012345678901_3 delete
-- pgtrigger: protect "ä2345678901234567890123456789012345678901234567890123456789012" delete
-- pgtrigger: trigger "a""34567890123456789012345678901234567890123456789012345678901_3" before update execute function suppress_redundant_updates_trigger()
CREATE TABLE t (id int PRIMARY KEY);
