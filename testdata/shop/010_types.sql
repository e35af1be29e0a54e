-- A magazine (cms) and the shop that pays for it (shop).
--
-- All of this is plain SQL: psql loads it as it is. The comments that start
-- with "pgtrigger:" are what trigc reads.

CREATE SCHEMA cms;
CREATE SCHEMA shop;

CREATE DOMAIN cms.slug AS text
  CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

CREATE DOMAIN shop.amount AS numeric(12, 2)
  CHECK (VALUE >= 0);

CREATE TYPE cms.post_status AS ENUM ('draft', 'review', 'published', 'archived');

CREATE TYPE shop.order_status AS ENUM (
  'cart', 'placed', 'paid', 'shipped', 'delivered', 'cancelled', 'on_hold'
);

CREATE TYPE shop.address AS (
  street   text,
  city     text,
  postcode text,
  country  char(2)
);
