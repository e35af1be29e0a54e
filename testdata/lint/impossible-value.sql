-- A body compares with a value that can never be.
CREATE TABLE jobs (id int PRIMARY KEY, state text CHECK (state IN ('new', 'done')), kind varchar(9), CONSTRAINT kinds CHECK (kind = 'a' OR kind = 'b'));
CREATE TABLE tasks (id int PRIMARY KEY, state text CHECK (state IN ('new', 'held')));
CREATE TABLE posts (id int PRIMARY KEY);
CREATE TABLE log (id int PRIMARY KEY, tag text CHECK (tag = ANY (ARRAY['x', 'y'])), note text);
CREATE FUNCTION ops() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'Update' THEN RETURN NULL; END IF;
--=          ^^^^^^^^ warning[impossible-value]: TG_OP is never 'Update' => did you mean "UPDATE"\?
  IF 'insert' = TG_OP OR TG_OP <> 'DELET' THEN RETURN NULL; END IF;
--=  ^^^^^^^^ warning[impossible-value]: TG_OP is never 'insert' => did you mean "INSERT"\?
--=                               ^^^^^^^ warning[impossible-value]: TG_OP is never 'DELET' => did you mean "DELETE"\?
  IF TG_OP IN ('INSERT', 'MERGE') OR TG_OP = ANY (ARRAY['TRUNCATE', 'truncate']) THEN RETURN NULL; END IF;
--=                      ^^^^^^^ warning[impossible-value]: TG_OP is never 'MERGE' => it can be 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'
--=                                                                 ^^^^^^^^^^ warning[impossible-value]: TG_OP is never 'truncate' => did you mean "TRUNCATE"\?
  IF lower(TG_OP) = 'INSERT' OR lower(TG_OP) = 'insert' THEN RETURN NULL; END IF;
--=                 ^^^^^^^^ warning[impossible-value]: lower\(TG_OP\) is never 'INSERT' => did you mean "insert"\?
  IF TG_WHEN = 'INSTEAD' OR TG_LEVEL = 'row' OR TG_WHEN = 'BEFORE' OR TG_LEVEL = 'STATEMENT' THEN RETURN NULL; END IF;
--=            ^^^^^^^^^ warning[impossible-value]: TG_WHEN is never 'INSTEAD' => did you mean "INSTEAD OF"\?
--=                                    ^^^^^ warning[impossible-value]: TG_LEVEL is never 'row' => did you mean "ROW"\?
  CASE TG_OP
    WHEN 'insert' THEN NULL;
--=      ^^^^^^^^ warning[impossible-value]: TG_OP is never 'insert' => did you mean "INSERT"\?
    WHEN 'UPDATE', 'Delete' THEN NULL;
--=                ^^^^^^^^ warning[impossible-value]: TG_OP is never 'Delete' => did you mean "DELETE"\?
    ELSE NULL;
  END CASE;
  INSERT INTO log (id, note) VALUES (1, CASE TG_OP WHEN 'inserted' THEN 'i' ELSE 'u' END);
--=                                                     ^^^^^^^^^^ warning[impossible-value]: TG_OP is never 'inserted' => did you mean "INSERT"\?
  IF TG_TABLE_NAME = 'job' OR TG_RELNAME::text = 'jobs' OR TG_TABLE_NAME = 'tasks' THEN RETURN NULL; END IF;
--=                  ^^^^^ warning[impossible-value]: TG_TABLE_NAME is never 'job' => did you mean "jobs"\?
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER INSERT OR UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION ops();
CREATE TRIGGER a AFTER INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION ops();
CREATE FUNCTION rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'don' OR OLD.kind IN ('a', 'c') THEN RETURN NULL; END IF;
--=              ^^^^^ warning[impossible-value]: NEW\.state is never 'don' => did you mean "done"\?
--=                                         ^^^ warning[impossible-value]: OLD\.kind is never 'c' => it can be 'a', 'b'
  UPDATE log SET note = 'n' WHERE tag = 'z';
--=                                     ^^^ warning[impossible-value]: tag is never 'z' => it can be 'x', 'y'
  PERFORM 1 FROM log l JOIN jobs j USING (id) WHERE l.tag IN ('x', 'Y') AND j.state IS DISTINCT FROM 'News' AND note = 'z';
--=                                                                ^^^ warning[impossible-value]: l\.tag is never 'Y' => did you mean "y"\?
--=                                                                                                  ^^^^^^ warning[impossible-value]: j\.state is never 'News' => did you mean "new"\?
  PERFORM 1 FROM jobs WHERE id = 1 AND EXISTS (SELECT 1 FROM log WHERE log.id = jobs.id AND state = 'nw' AND tag = 'x');
--=                                                                                                 ^^^^ warning[impossible-value]: state is never 'nw' => did you mean "new"\?
  RETURN NULL;
END $$;
CREATE TRIGGER b AFTER UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION rows();
CREATE FUNCTION mends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'old' THEN NEW.state := 'done'; END IF;
  IF OLD.state = 'old' THEN RETURN NULL; END IF;
--=              ^^^^^ warning[impossible-value]: OLD\.state is never 'old' => it can be 'new', 'done'
  RETURN NEW;
END $$;
CREATE TRIGGER c BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION mends();
CREATE FUNCTION either() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tg_when text := 'x';
BEGIN
  IF NEW.state = 'held' OR NEW.state = 'done' OR NEW.state = 'hold' OR tg_when = 'x' THEN RETURN NULL; END IF;
--=                                                          ^^^^^^ warning[impossible-value]: NEW\.state is never 'hold' => did you mean "held"\?
  RETURN NULL;
END $$;
CREATE TRIGGER d AFTER UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION either();
CREATE TRIGGER d AFTER UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION either();
CREATE FUNCTION names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH log AS (SELECT 'q'::text AS tag) DELETE FROM posts USING log WHERE tag = 'q';
  PERFORM 1 FROM tasks WHERE state = 'nothing';
  RETURN NULL;
END $$;
CREATE TRIGGER e AFTER DELETE ON jobs REFERENCING OLD TABLE AS tasks FOR EACH STATEMENT EXECUTE FUNCTION names();
--=                                                            ^^^^^ warning[hidden-table]: in the function "tasks" is these rows alone, not table "tasks" => give the transition table a name of its own
-- A CHECK that is NOT VALID says nothing of the rows that were there.
CREATE TABLE older (id int PRIMARY KEY, a text, b text);
ALTER TABLE older ADD CONSTRAINT of_a CHECK (a IN ('x', 'y')) NOT VALID, ADD CONSTRAINT of_b CHECK (b IN ('x', 'y')) NOT VALID;
ALTER TABLE older VALIDATE CONSTRAINT of_b;
CREATE FUNCTION of_older() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.a = 'z' OR OLD.b = 'z' THEN RETURN NULL; END IF;
--=                         ^^^ warning[impossible-value]: OLD\.b is never 'z' => it can be 'x', 'y'
  RETURN NULL;
END $$;
CREATE TRIGGER a AFTER DELETE ON older FOR EACH ROW EXECUTE FUNCTION of_older();
