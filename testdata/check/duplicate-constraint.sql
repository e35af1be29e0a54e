-- pgtrigger: protect t_pkey delete deferrable
--=                   ^^^^^^ error[duplicate-constraint] 23505: table "t" has a constraint "t_pkey" already, and a constraint trigger is one too => give it another name
-- pgtrigger: protect "größer_0" delete deferrable initially deferred
--=                   ^^^^^^^^^^^^ error[duplicate-constraint] 23505: table "t" has a constraint "größer_0" already, and a constraint trigger is one too => give it another name
-- pgtrigger: protect t_s_key delete
-- pgtrigger: protect ok delete deferrable
-- pgtrigger: protect idx delete deferrable
CREATE TABLE t (id int PRIMARY KEY, s text UNIQUE, n int CONSTRAINT "größer_0" CHECK (n > 0));
CREATE UNIQUE INDEX idx ON t (n);
-- pgtrigger: protect t_pkey delete deferrable
CREATE TABLE u (id int PRIMARY KEY);
