CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN NEXT NEW; END $$;
--=   ^^^^^^^^^^^ error[body-statement] 42804: cannot use RETURN NEXT in a trigger function
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM 'é'; RETURN QUERY SELECT 1; END $$;
--=                 ^^^^^^^^^^^^ error[body-statement] 42804: cannot use RETURN QUERY in a trigger function
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c refcursor;
BEGIN FETCH ALL FROM c INTO NEW; RETURN NEW; END $$;
--=   ^^^^^ error[body-statement] 0A000: FETCH statement cannot return multiple rows
CREATE FUNCTION ok() RETURNS SETOF int LANGUAGE plpgsql AS $$
BEGIN RETURN NEXT 1; END $$;
