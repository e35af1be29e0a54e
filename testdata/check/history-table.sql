CREATE VIEW v AS SELECT 1 AS history_id;
-- pgtrigger: history into_view into v
--=                                  ^ error[history-table]: view "v" cannot keep events => name a table
-- pgtrigger: history into_self into t
--=                                  ^ error[history-table]: table "t" cannot keep its own events => name another table
-- pgtrigger: history into_nowhere into adit.t_history
--=                                     ^^^^^^^^^^^^^^ error[history-table] 3F000: schema "adit" does not exist => did you mean "audit"\?
-- pgtrigger: history one into shared_history
CREATE TABLE t (id int PRIMARY KEY);
-- pgtrigger: history two into shared_history
--=                            ^^^^^^^^^^^^^^ error[history-table]: the event table "shared_history" is that of table "t" => give each its own, or declare the table in the schema
CREATE TABLE u (id int PRIMARY KEY);
CREATE SCHEMA audit;
