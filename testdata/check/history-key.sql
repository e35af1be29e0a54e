-- pgtrigger: history log into t_history
--=                            ^^^^^^^^^ error[history-key] 23001: a DELETE in "t" would change events, which are append-only: the foreign key \(id\) says so => ALTER TABLE public\.t_history DROP CONSTRAINT t_history_id_fkey
--=                            ^^^^^^^^^ error[history-key] 23505: a row can have one event only in table "t_history": \(id\) is unique there => ALTER TABLE public\.t_history DROP CONSTRAINT t_history_pkey
--=                            ^^^^^^^^^ error[history-key] 23505: a row can have one event only in table "t_history": \(name, a\) is unique there => DROP INDEX public\.by_name
CREATE TABLE t (id int PRIMARY KEY, name text UNIQUE, a int);
CREATE TABLE t_history (
  history_id bigserial UNIQUE, history_op text, history_at timestamptz,
  id int PRIMARY KEY REFERENCES t ON DELETE CASCADE, name text, a int
);
CREATE UNIQUE INDEX by_name ON t_history (name, a);
CREATE UNIQUE INDEX by_time ON t_history (name, history_id);
-- pgtrigger: history kept update into kept_history
-- pgtrigger: history gone delete into gone_history
--=                                    ^^^^^^^^^^^^ error[history-key] 23503: no row of "kept" with events could be deleted: the foreign key \(id\) of "gone_history" refers to it => ALTER TABLE public\.gone_history DROP CONSTRAINT gone_history_id_fkey
CREATE TABLE kept (id int PRIMARY KEY);
CREATE TABLE kept_history (history_id bigserial, history_op text, history_at timestamptz, id int REFERENCES kept);
CREATE TABLE gone_history (history_id bigserial, history_op text, history_at timestamptz, id int REFERENCES kept);
-- pgtrigger: history part into part_history except (b)
--=                                                  ^ error[history-key]: column "b" is of the key, by which the history of a row is found => leave it out of EXCEPT
CREATE TABLE part (a int, b int, c int, PRIMARY KEY (a, b));
