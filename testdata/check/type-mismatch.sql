CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE log (n int, at date, s text);
-- pgtrigger: protect a update when (CASE WHEN OLD.b THEN OLD.n ELSE OLD.d END IS NULL)
--=                                                       ^^^^^ error[type-mismatch] 42804: CASE types date and integer cannot be matched => cast one of them
-- pgtrigger: protect b update when ('é' = '' OR coalesce(OLD.n, OLD.s) = 1)
--=                                                               ^^^^^ error[type-mismatch] 42804: COALESCE types integer and text cannot be matched => cast one of them
-- pgtrigger: protect c update when (ARRAY[OLD.n, OLD.s] IS NULL)
--=                                               ^^^^^ error[type-mismatch] 42804: ARRAY types integer and text cannot be matched => cast one of them
-- pgtrigger: protect d update when (ARRAY[] IS NULL)
--=                                  ^^^^^^^ error[type-mismatch] 42P18: cannot determine type of empty array => write ARRAY\[\]::type\[\]
-- pgtrigger: protect e update when (array_length('{1}', 1) = 1)
--=                                  ^^^^^^^^^^^^^^^^^^^^^^ error[type-mismatch] 42804: could not determine polymorphic type because input has type unknown => cast the literal
-- pgtrigger: run f after insert do (INSERT INTO log (n, at) VALUES (NEW.s, NEW.n))
--=                                                                  ^^^^^ error[type-mismatch] 42804: column "n" is of type integer but expression is of type text => cast it, if that is meant
--=                                                                         ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type integer => cast it, if that is meant
-- pgtrigger: run g after insert do (UPDATE log SET at = NEW.n WHERE n = 1)
--=                                                      ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type integer => cast it, if that is meant
-- pgtrigger: run h after insert do (INSERT INTO log SELECT NEW.id, NEW.b, NEW.s)
--=                                                                 ^^^^^ error[type-mismatch] 42804: column "at" is of type date but expression is of type boolean => cast it, if that is meant
-- pgtrigger: protect i update when (OLD.n IN (SELECT l.n FROM log AS l UNION SELECT l.at FROM log AS l))
--=                                                                                  ^^^^ error[type-mismatch] 42804: UNION types integer and date cannot be matched => cast one of them
-- pgtrigger: run ok after insert do (INSERT INTO log (n, at, s) VALUES (NEW.id, '2020-01-01', NEW.m); UPDATE log SET n = NEW.id * 2.5)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
