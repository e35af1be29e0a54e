-- What is written, and how it gets published.

-- pgtrigger: protect no_loop insert or update of parent_id when (NEW.parent_id = NEW.id)
--   message 'a category cannot be its own parent'
CREATE TABLE cms.categories (
  id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent_id int REFERENCES cms.categories,
  slug      cms.slug NOT NULL UNIQUE,
  name      text NOT NULL
);

-- BEFORE, for else the foreign keys to it would answer first.
-- pgtrigger: protect no_delete before delete when (OLD.status IN ('published', 'archived'))
--   message 'this post has been public'
--   hint 'archive it instead'
-- A published post is frozen; all it can do is to leave that state.
-- pgtrigger: protect published_frozen update
--   when (OLD.status = 'published' AND NEW.status = 'published' AND changed_except(tags, meta, auto))
--   message 'a published post cannot be edited'
--   errcode '55000'
-- pgtrigger: set stamp_published before update of status
--   when (NEW.status = 'published' AND NEW.published_at IS NULL)
--   set published_at = now(), published_name = (SELECT u.name FROM cms.users AS u WHERE u.id = NEW.author_id)
-- pgtrigger: run keep_revision after update when (changed(title, body))
--   do (INSERT INTO cms.revisions (post_id, number, title, body)
--       VALUES (OLD.id, OLD.version, OLD.title, OLD.body))
CREATE TABLE cms.posts (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id      bigint NOT NULL REFERENCES cms.users ON DELETE RESTRICT,
  category_id    int REFERENCES cms.categories ON DELETE SET NULL,
  status         cms.post_status NOT NULL DEFAULT 'draft',
                 -- pgtrigger: fsm publishing
                 --   draft -> review,
                 --   review -> draft | published,
                 --   published -> archived,
                 --   archived -> draft
                 --   initial draft | review
  slug           cms.slug NOT NULL UNIQUE,
                 -- pgtrigger: readonly slug_fixed when (OLD.published_at IS NOT NULL)
                 --   hint 'other sites link to it: add a redirect'
  title          text NOT NULL,
  body           text NOT NULL DEFAULT '',
  words          int GENERATED ALWAYS AS (cardinality(regexp_split_to_array(btrim(body), '\s+'))) STORED,
  tags           text[] NOT NULL DEFAULT '{}',
  meta           jsonb NOT NULL DEFAULT '{}',
  published_at   timestamptz,  -- pgtrigger: readonly published_once when (OLD.published_at IS NOT NULL)
  published_name text,
  version        int NOT NULL DEFAULT 1,              -- pgtrigger: version bump_version
  created_at     timestamptz NOT NULL DEFAULT now(),  -- pgtrigger: readonly created_fixed
  updated_at     timestamptz NOT NULL DEFAULT now()   -- pgtrigger: touch touch_updated
);

-- pgtrigger: protect append_only update or delete or truncate for each statement
--   message 'revisions are only added'
CREATE TABLE cms.revisions (
  post_id  bigint NOT NULL REFERENCES cms.posts ON DELETE RESTRICT,
  number   int NOT NULL,
  title    text NOT NULL,
  body     text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (post_id, number)
);

-- Counted by the comments below, read by every page.
CREATE TABLE cms.post_stats (
  post_id         bigint PRIMARY KEY REFERENCES cms.posts ON DELETE CASCADE,
  comments        int NOT NULL DEFAULT 0,
  last_comment_at timestamptz
);

-- pgtrigger: run count_comments after insert for each statement referencing new table as added
--   do (INSERT INTO cms.post_stats AS s (post_id, comments, last_comment_at)
--       SELECT a.post_id, count(*), max(a.created_at) FROM added AS a GROUP BY a.post_id ORDER BY a.post_id
--       ON CONFLICT (post_id) DO UPDATE
--       SET comments = s.comments + excluded.comments, last_comment_at = excluded.last_comment_at)
CREATE TABLE cms.comments (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  post_id    bigint NOT NULL REFERENCES cms.posts ON DELETE CASCADE,
  reply_to   bigint REFERENCES cms.comments ON DELETE CASCADE,
  author_id  bigint NOT NULL REFERENCES cms.users,
  body       text NOT NULL,
  status     text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'spam', 'removed')),
             -- pgtrigger: fsm moderation
             --   pending -> approved | spam, spam -> approved, * -> removed
             --   initial pending | approved
  created_at timestamptz NOT NULL DEFAULT now()
);

-- The drop box of outside authors: a post goes in as a row, a draft comes out.
-- pgtrigger: trigger submit instead of insert as $$
--   DECLARE
--     author bigint;
--   BEGIN
--     SELECT u.id INTO author FROM cms.users AS u WHERE u.email_folded = lower(NEW.email);
--     IF author IS NULL THEN
--       RAISE EXCEPTION 'nobody here has the address %', NEW.email USING ERRCODE = '23503';
--     END IF;
--     INSERT INTO cms.posts (author_id, slug, title, body) VALUES (author, NEW.slug, NEW.title, NEW.body);
--     RETURN NEW;
--   END
--   $$
CREATE VIEW cms.submissions AS
  SELECT u.email, p.slug, p.title, p.body
  FROM cms.posts AS p
  JOIN cms.users AS u ON u.id = p.author_id
  WHERE p.status = 'draft';
