-- pgtrigger: protect a truncate when (OLD.n = 1)
--=                     ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => leave out WHEN
-- pgtrigger: protect b delete or truncate when (OLD.n = 1)
--=                               ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => write a directive of its own for TRUNCATE
-- pgtrigger: protect "É" delete or truncate for each statement when (current_user = 'é' AND OLD.n = 1)
--=                                  ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => write a directive of its own for TRUNCATE
-- pgtrigger: assert d truncate check (NEW.n > 1)
--=                    ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => leave out NEW and OLD
-- pgtrigger: assert e insert or truncate check (NEW.n > (SELECT 1))
--=                              ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => write a directive of its own for TRUNCATE
-- pgtrigger: assert ok_f insert or truncate check (EXISTS (SELECT FROM t))
-- pgtrigger: protect ok delete or truncate
-- pgtrigger: protect ok_b truncate
-- pgtrigger: protect ok_c truncate when (current_user <> 'é')
-- pgtrigger: protect ok_d delete or truncate when (current_user <> 'é' AND EXISTS (SELECT FROM t))
-- pgtrigger: protect ok_e delete or truncate for each statement when (current_user <> 'é')
CREATE TABLE t (id int PRIMARY KEY, n int);

-- pgtrigger: notify a channel c delete or truncate when (OLD.s = '')
--=                                        ^^^^^^^^ error[truncate-condition] 42P17: TRUNCATE has no rows that could meet a condition => write a directive of its own for TRUNCATE
-- pgtrigger: notify ok channel c delete or truncate when (current_user = 'é')
CREATE TABLE told (id int PRIMARY KEY, s text);
