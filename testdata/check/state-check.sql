CREATE DOMAIN state AS text CHECK (VALUE IN ('draft', 'live', 'Größe'));
-- pgtrigger: fsm a (status) draft -> published
--=                                   ^^^^^^^^^ error[state-check] 23514: a CHECK of column "status" does not allow state "published" => it allows 'draft', 'live'
-- pgtrigger: fsm b (status) 'é' -> live initial drfat
--=                          ^^^^ error[state-check] 23514: a CHECK of column "status" does not allow state "é" => it allows 'draft', 'live'
--=                                               ^^^^^ error[state-check] 23514: a CHECK of column "status" does not allow state "drfat" => did you mean "draft"\?
-- pgtrigger: fsm c (dom) draft -> lvie, "Größe" -> draft
--=                                ^^^^ error[state-check] 23514: a CHECK of column "dom" does not allow state "lvie" => did you mean "live"\?
-- pgtrigger: fsm folded (dom) draft -> Größe
--=                                     ^^^^^^^ error[state-check] 23514: a CHECK of column "dom" does not allow state "größe" => write 'Größe'
-- pgtrigger: fsm d (arr) draft -> gone
--=                                ^^^^ error[state-check] 23514: a CHECK of column "arr" does not allow state "gone" => it allows 'draft', 'live'
-- pgtrigger: set e set status = 'drfat'
--=                              ^^^^^^^ error[state-check] 23514: a CHECK of column "status" does not allow 'drfat' => did you mean "draft"\?
-- pgtrigger: softdelete f set dom = 'gone'
--=                                  ^^^^^^ error[state-check] 23514: a CHECK of column "dom" does not allow 'gone'
-- pgtrigger: softdelete g set orr = 'drfat'
--=                                  ^^^^^^^ error[state-check] 23514: a CHECK of column "orr" does not allow 'drfat' => did you mean "draft"\?
-- pgtrigger: fsm ok (status) draft -> live
-- pgtrigger: fsm ok_b (dom) draft -> live
--=                     ^^^ warning[fsm-unused-state]: no transition has state "Größe" of column "dom" => add transitions, or name it after INITIAL if rows only start there
-- pgtrigger: fsm ok_c (len) whatever -> other
-- pgtrigger: set ok_d set status = 'live', dom = 'Größe', arr = 'live', orr = 'x', len = 'anything'
CREATE TABLE t (
  id     int PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('draft', 'live')), -- pgtrigger: fsm at_column draft -> gone
--=                                                                                              ^^^^ error[state-check] 23514: a CHECK of column "status" does not allow state "gone" => it allows 'draft', 'live'
  dom    state,
  arr    text CHECK (((arr)::text = ANY ((ARRAY['draft'::character varying, 'live'::character varying])::text[]))),
  orr    text CHECK (orr IS NULL OR orr = 'draft' OR orr = 'x'),
  len    text CHECK (length(len) > 3)
);
-- What statements write.
CREATE TABLE jobs (id int PRIMARY KEY, state text CHECK (state IN ('new', 'done')), short char(3) CHECK (short IN ('a', 'b')));
CREATE TABLE writes (id int PRIMARY KEY);
CREATE FUNCTION writes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO jobs (id, state) VALUES (NEW.id, 'don');
--=                                            ^^^^^ error[state-check] 23514: a CHECK of column "state" does not allow 'don' => did you mean "done"\?
  INSERT INTO jobs (id, state, short) VALUES (NEW.id, 'done', 'a '), (NEW.id, NULL, 'b');
  INSERT INTO jobs (id, state) SELECT id, 'nw' FROM writes;
--=                                       ^^^^ warning[state-check]: a CHECK of column "state" does not allow 'nw' => did you mean "new"\?
  UPDATE jobs SET state = 'New' WHERE id = NEW.id;
--=                       ^^^^^ warning[state-check]: a CHECK of column "state" does not allow 'New' => did you mean "new"\?
  RETURN NULL;
END $$;
CREATE TRIGGER writes AFTER INSERT ON writes FOR EACH ROW EXECUTE FUNCTION writes();
