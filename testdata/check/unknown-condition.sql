CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN NEW; EXCEPTION WHEN division_by_zero OR uniqe_violation THEN RAISE 'é'; END $$;
--=                                                  ^^^^^^^^^^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "uniqe_violation" => did you mean "unique_violation"
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION others USING MESSAGE = 'é'; END $$;
--=                   ^^^^^^ error[unknown-condition] 42704: unrecognized exception condition "others"
CREATE FUNCTION ok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE unique_violation; EXCEPTION WHEN unique_violation OR SQLSTATE '23503' THEN RETURN NULL; WHEN OTHERS THEN RETURN NULL; END $$;
