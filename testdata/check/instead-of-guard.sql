-- pgtrigger: trigger a instead of insert execute function f()
--=                   ^ error[instead-of-guard]: an INSTEAD OF trigger has no WHEN, and the function is not trigc's: nothing could test whether it is ignored => write NOT IGNORABLE, or give the body as AS \$\$ … \$\$
-- pgtrigger: trigger "é" instead of insert or update execute function f() ignorable by postgres
--=                   ^^^^ error[instead-of-guard]: an INSTEAD OF trigger has no WHEN, and the function is not trigc's: nothing could test whether it is ignored => write NOT IGNORABLE, or give the body as AS \$\$ … \$\$
-- pgtrigger: trigger ok instead of insert execute function f() not ignorable
-- pgtrigger: trigger ok_b instead of insert as $$ BEGIN RETURN NEW; END $$
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- pgtrigger: trigger
--=           ^^^^^^^ error[instead-of-guard]: an INSTEAD OF trigger has no WHEN, and the function is not trigc's: nothing could test whether it is ignored => write NOT IGNORABLE, or give the body as AS \$\$ … \$\$
CREATE TRIGGER adopted INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger not ignorable
CREATE TRIGGER ok_adopted INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
-- pgtrigger: trigger above on v instead of delete
--=                   ^^^^^ error[instead-of-guard]: an INSTEAD OF trigger has no WHEN, and the function is not trigc's: nothing could test whether it is ignored => write NOT IGNORABLE, or give the body as AS \$\$ … \$\$
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
