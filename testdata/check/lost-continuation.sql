-- A line that was meant to go on the directive above it, but is not indented.
-- pgtrigger: protect a delete
-- when (OLD.id = 1)
--=^^^^^^ warning[lost-continuation]: reads like a part of the directive above => indent it by two or more blanks
-- pgtrigger: protect b delete
-- message 'no'
--=^^^^^^^^^ warning[lost-continuation]: reads like a part
-- pgtrigger: protect c delete
-- not ignorable
--=^^^^^^^^^^^^^ warning[lost-continuation]: reads like a part
-- pgtrigger: protect good delete
--   when (OLD.id = 1)
-- pgtrigger: protect prose delete
-- When this changes, tell the others. Set it by hand, do not run it.
-- pgtrigger: protect apart delete

-- when (OLD.id = 1)
CREATE TABLE t (
  id int PRIMARY KEY,
  s  text -- pgtrigger: fsm f a -> b
  -- b -> c
--=  ^^^^ warning[lost-continuation]: reads like a part
);
