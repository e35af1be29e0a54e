-- A row that moves between partitions fires the INSERT triggers of the new one.
CREATE TABLE jobs (
  id   int,
  part int,
  state text NOT NULL,
        -- pgtrigger: fsm flow new -> done initial new
--=                       ^^^^ warning[row-movement]: a row that moves to another partition is inserted there => make the partition key read-only
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);

CREATE TABLE jobs_1 PARTITION OF jobs FOR VALUES IN (1);
-- pgtrigger: fsm leaf (state) on jobs_1 new -> done initial new
--=               ^^^^ warning[row-movement]: a row that moves to another partition

-- Without INITIAL nothing is said, nor without partitions, nor if no row moves.
-- pgtrigger: fsm other (state) on jobs new -> done
CREATE TABLE plain (
  id int PRIMARY KEY,
  state text NOT NULL -- pgtrigger: fsm p new -> done initial new
);
-- pgtrigger: readonly key (part)
CREATE TABLE fixed (
  id   int,
  part int,
  state text NOT NULL, -- pgtrigger: fsm flow new -> done initial new
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);
-- pgtrigger: readonly key (part) when (OLD.id = 1)
CREATE TABLE loose (
  id   int,
  part int,
  state text NOT NULL, -- pgtrigger: fsm flow new -> done initial new
--=                                      ^^^^ warning[row-movement]: a row that moves
  PRIMARY KEY (id, part)
) PARTITION BY LIST (part);
