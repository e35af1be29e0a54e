-- Whoever writes, comments or buys.

-- Nobody is deleted: orders and posts go on to name them.
-- pgtrigger: softdelete deactivate set is_active = false, deactivated_at = now()
-- Everybody has a profile from the first moment.
-- pgtrigger: run create_profile after insert
--   do (INSERT INTO cms.profiles (user_id, public_name) VALUES (NEW.id, NEW.name))
-- Who is locked out is out at once.
-- pgtrigger: run end_sessions after update of is_active when (OLD.is_active AND NOT NEW.is_active)
--   do (DELETE FROM cms.sessions AS s WHERE s.user_id = NEW.id)
CREATE TABLE cms.users (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name           text NOT NULL,
  email          text NOT NULL,
  email_folded   text NOT NULL UNIQUE,
                 -- pgtrigger: set fold_email before insert or update of email, email_folded
                 --   set email_folded = lower(NEW.email)
  role           text NOT NULL DEFAULT 'reader' CHECK (role IN ('reader', 'author', 'editor')),
  settings       jsonb NOT NULL DEFAULT '{}',
  is_active      boolean NOT NULL DEFAULT true,
  deactivated_at timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now(),  -- pgtrigger: readonly created_fixed
  updated_at     timestamptz NOT NULL DEFAULT now()   -- pgtrigger: touch touch_updated
);

CREATE TABLE cms.profiles (
  -- Asked at the end of the transaction: a profile can be replaced, and go
  -- together with its user.
  -- pgtrigger: protect profile_stays after delete deferrable initially deferred
  --   when (EXISTS (SELECT FROM cms.users AS u WHERE u.id = OLD.user_id)
  --     AND NOT EXISTS (SELECT FROM cms.profiles AS p WHERE p.user_id = OLD.user_id))
  --   message 'every user has a profile'
  user_id     bigint PRIMARY KEY REFERENCES cms.users ON DELETE RESTRICT,  -- pgtrigger: readonly owner_fixed
  public_name text NOT NULL,
  bio         text NOT NULL DEFAULT '',
  links       text[] NOT NULL DEFAULT '{}'
);

-- A session is what it was when it began; only these change.
-- pgtrigger: readonly session_fixed except (data, seen_at, revoked_at)
CREATE TABLE cms.sessions (
  token      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id    bigint NOT NULL REFERENCES cms.users ON DELETE RESTRICT,
  client     inet,
  data       json NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at    timestamptz NOT NULL DEFAULT now(),  -- pgtrigger: touch session_seen = clock_timestamp() update of data
  revoked_at timestamptz
             -- pgtrigger: readonly revoked_once when (OLD.revoked_at IS NOT NULL)
             --   message 'a revoked session stays revoked' not ignorable
);
