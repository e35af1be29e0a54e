-- pgtrigger: touch a
--=                 ^ error[missing-column]: touch does not say which column it is for => put the directive at the column, or write touch a \(column\)
-- pgtrigger: version "Zähler"
--=                   ^^^^^^^^^ error[missing-column]: version does not say which column it is for => put the directive at the column, or write version "Zähler" \(column\)
-- pgtrigger: fsm c draft -> live
--=               ^ error[missing-column]: fsm does not say which column it is for => put the directive at the column, or write fsm c \(column\)
CREATE TABLE t (
  -- pgtrigger: touch d
--=                   ^ error[missing-column]: touch does not say which column it is for => put the directive at the column, or write touch d \(column\)
  id int PRIMARY KEY,
  n  int NOT NULL DEFAULT 0, -- pgtrigger: version at_column
  at timestamptz, -- pgtrigger: touch at_other
--=                                   ^^^^^^^^ warning[same-column]: what this sets column "at" to before UPDATE is lost: trigger "named" fires after it and sets the column again => set the column in one of them
  CHECK (n > 0)
  -- pgtrigger: touch behind_constraint
--=                   ^^^^^^^^^^^^^^^^^ error[missing-column]: touch does not say which column it is for => put the directive at the column, or write touch behind_constraint \(column\)
);
-- pgtrigger: touch elsewhere on t
--=                 ^^^^^^^^^ error[missing-column]: touch does not say which column it is for => put the directive at the column, or write touch elsewhere \(column\)
-- pgtrigger: touch named on t (at)

-- pgtrigger: searchvector sv from s
--=                        ^^ error[missing-column]: searchvector does not say which column it is for
CREATE TABLE searched (id int PRIMARY KEY, s text, v tsvector);
