-- pgtrigger: run a after insert do (INSERT INTO log (n) VALUES (NEW.n) RETURNING id)
--=                                                                               ^^ error[run-returning] 42601: nothing takes what the statement returns => leave out RETURNING
-- pgtrigger: run b before delete do (DELETE FROM log WHERE id = OLD.id RETURNING log.id)
--=                                                                               ^^^ error[run-returning] 42601: nothing takes what the statement returns
-- pgtrigger: run c before insert for each statement do (INSERT INTO log (n) VALUES (1) RETURNING id)
--=                                                                                               ^^ error[run-returning] 42601: nothing takes what the statement returns
-- pgtrigger: run d before insert do (INSERT INTO log (n) VALUES (NEW.n) RETURNING *)
--=                                                                                ^ error[run-returning]: RETURNING must name the columns of "t" that it sets => list the columns
-- pgtrigger: run e before insert do (INSERT INTO log (n) VALUES (NEW.n) RETURNING log.*)
--=                                                                                ^^^ error[run-returning]: RETURNING must name the columns of "t" that it sets => list the columns
-- pgtrigger: run f before insert do (INSERT INTO log (n) VALUES (NEW.n) RETURNING id + 1)
--=                                                                                ^^ error[run-returning]: RETURNING must name the columns of "t" that it sets => write AS and the column
-- pgtrigger: run ok before insert or update do (INSERT INTO log (n) VALUES (NEW.n) RETURNING id, n + 1 AS n)
-- pgtrigger: run ok_inside after insert do (WITH x AS (INSERT INTO log (n) VALUES (NEW.n) RETURNING *) INSERT INTO log (n) SELECT n FROM x)
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY, n int);
