-- pgtrigger: trigger a after delete
--=                   ^ error[missing-body]: trigger has no body => write AS \$\$ … \$\$ or EXECUTE FUNCTION f\(\), or put the directive above a CREATE FUNCTION … RETURNS trigger
-- pgtrigger: trigger "B" before update for each row when (OLD.n > 1)
--=                   ^^^ error[missing-body]: trigger has no body => write AS \$\$ … \$\$ or EXECUTE FUNCTION f\(\), or put the directive above a CREATE FUNCTION … RETURNS trigger
-- pgtrigger: trigger ok before update execute function suppress_redundant_updates_trigger()
CREATE TABLE t (id int PRIMARY KEY, n int);
-- pgtrigger: trigger above on t before update
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger not_above on t before update
--=                   ^^^^^^^^^ error[missing-body]: trigger has no body => write AS \$\$ … \$\$ or EXECUTE FUNCTION f\(\), or put the directive above a CREATE FUNCTION … RETURNS trigger
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
