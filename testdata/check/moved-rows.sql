-- pgtrigger: protect a update when (NEW.g = 1)
--=                            ^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: readonly b (n) when ('é' <> '' AND NEW.g > OLD.g)
--=                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: fsm c (n) 1 -> 2 when (NEW.g = 2)
--=                            ^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: protect d update when (NEW.ctid IS NOT NULL)
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: protect e update when (OLD IS DISTINCT FROM NEW)
--=                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: assert h update check (NEW.n > (SELECT 1))
--=                  ^ warning[moved-rows]: rows that move to another partition are not looked at: for Postgres they are deleted and inserted => write INSERT OR UPDATE
-- pgtrigger: assert i update deferrable check (NEW.n > OLD.n)
--=                  ^ warning[moved-rows]: rows that move to another partition are not looked at: for Postgres they are deleted and inserted => write FOR EACH STATEMENT, or a directive of its own for INSERT
-- pgtrigger: assert j update or delete check (OLD.n > (SELECT 1))
--=                  ^ warning[moved-rows]: rows that move to another partition are not looked at: for Postgres they are deleted and inserted => write FOR EACH STATEMENT, or a directive of its own for INSERT
-- pgtrigger: assert k update check (NEW.g > OLD.g)
--=                                  ^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: assert ok_h insert or update check (NEW.g > (SELECT 1))
-- pgtrigger: assert ok_i update check (NEW.n > OLD.n)
-- pgtrigger: assert ok_j update for each statement check (NEW.g > (SELECT 1))
-- pgtrigger: protect ok update when (OLD.g = 1 AND changed())
-- pgtrigger: protect ok_b delete when (OLD.g = 1)
-- pgtrigger: protect ok_c update for each statement when (NEW.g = 1)
CREATE TABLE p (id int, n int, g int GENERATED ALWAYS AS (n * 2) STORED, PRIMARY KEY (id)) PARTITION BY RANGE (id);
-- pgtrigger: protect f update when (NEW.g = 1)
--=                            ^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- pgtrigger: protect ok_d update when (NEW.g = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, g int GENERATED ALWAYS AS (n * 2) STORED);

-- pgtrigger: notify a channel c update payload (NEW)
--=                  ^ warning[moved-rows]: rows that move to another partition are not told of: for them the notification is made BEFORE, when NEW has no generated columns => leave those columns out, or add INSERT and DELETE to the events
-- pgtrigger: notify b channel c update payload (NEW.up)
--=                  ^ warning[moved-rows]: rows that move to another partition are not told of
-- pgtrigger: notify c channel c update when (NEW.up = 'É')
--=                                     ^^^^^^^^^^^^^^^^^^^^ warning[moved-rows]: rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns => compare other columns
-- pgtrigger: notify ok channel c update payload (NEW.s)
-- pgtrigger: notify ok_b channel c payload (NEW)
CREATE TABLE told (region int, s text, up text GENERATED ALWAYS AS (upper(s)) STORED) PARTITION BY LIST (region);
