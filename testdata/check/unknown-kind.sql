CREATE TABLE posts (
  id     bigint PRIMARY KEY,
  status text NOT NULL, -- pgtrigger: readonyl fixed
--=                                   ^^^^^^^^ error[unknown-kind]: unknown kind "readonyl" => did you mean "readonly"\?
  "état" text,          -- ein ä davor; pgtrigger: nonsense is no directive here
  -- pgtrigger: PROTECT upper before delete
  -- pgtrigger: Protect mixed before truncate
  -- pgtrigger: "protect" quoted before insert
  -- pgtrigger: "Protect" folded before insert
--=             ^^^^^^^^^ error[unknown-kind]: unknown kind "Protect" => did you mean "protect"\?
  slug   text
  -- pgtrigger: xyzzyxyzzyxyzzy nothing
--=             ^^^^^^^^^^^^^^^ error[unknown-kind]: unknown kind "xyzzyxyzzyxyzzy" => it can be .*\bfsm, .*\bversion$
);
-- pgtrigger: soft_delete keep set status = 'gone'
--=           ^^^^^^^^^^^ error[unknown-kind]: unknown kind "soft_delete" => did you mean "softdelete"\?
CREATE TABLE "Été" (id int PRIMARY KEY, status text);
-- pgtrigger: trigge fixed
--=           ^^^^^^ error[unknown-kind]: unknown kind "trigge" => did you mean "trigger"\?
CREATE VIEW v AS SELECT 1 AS a;
