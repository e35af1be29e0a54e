-- pgtrigger: trigger a delete as $$ BEGIN RETURN OLD; END $$
--=                   ^ error[missing-timing]: trigger needs to know when it fires => write BEFORE, AFTER or INSTEAD OF
-- pgtrigger: trigger b update of n execute function suppress_redundant_updates_trigger()
--=                   ^ error[missing-timing]: trigger needs to know when it fires => write BEFORE, AFTER or INSTEAD OF
-- pgtrigger: trigger ok before update execute function suppress_redundant_updates_trigger()
CREATE TABLE t (id int PRIMARY KEY, n int);
