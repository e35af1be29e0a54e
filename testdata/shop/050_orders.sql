-- Who buys what, and what is paid.

-- pgtrigger: softdelete close_account set closed_at = now()
-- Who was what, and who says so.
-- pgtrigger: history log_customers into shop.customers_history context
CREATE TABLE shop.customers (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id      bigint UNIQUE REFERENCES cms.users ON DELETE RESTRICT,
               -- pgtrigger: readonly user_fixed when (OLD.user_id IS NOT NULL) ignorable by shop_admin
  name         text NOT NULL,
  billing_name text,
               -- pgtrigger: set mirror_name before insert or update of name, billing_name
               --   when (NEW.billing_name IS NULL) set billing_name = NEW.name
  home         shop.address,
  closed_at    timestamptz
);

-- Waits for the worker that sends it on.
CREATE TABLE shop.outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic      text NOT NULL,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at    timestamptz  -- pgtrigger: readonly sent_once when (OLD.sent_at IS NOT NULL)
);

-- The years are partitions. An order never moves to another.
-- pgtrigger: readonly order_fixed (id, placed_on, customer_id)
-- pgtrigger: run announce_order after insert
--   do (INSERT INTO shop.outbox (topic, payload)
--       VALUES ('order.created', jsonb_build_object('order', NEW.id, 'status', NEW.status)))
-- pgtrigger: run announce_status after update of status when (changed(status))
--   do (INSERT INTO shop.outbox (topic, payload)
--       VALUES ('order.' || NEW.status, jsonb_build_object('order', NEW.id, 'was', OLD.status)))
-- A closed account cannot order.
-- pgtrigger: protect open_account insert when (NEW.status = 'placed'
--     AND EXISTS (SELECT FROM shop.customers AS c WHERE c.id = NEW.customer_id AND c.closed_at IS NOT NULL))
--   message 'this account is closed'
CREATE TABLE shop.orders (
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  placed_on   date NOT NULL DEFAULT current_date,
  customer_id bigint NOT NULL REFERENCES shop.customers,
  status      shop.order_status NOT NULL DEFAULT 'cart',
              -- pgtrigger: fsm order_flow
              --   cart -> placed, placed -> paid | cancelled, paid -> shipped | cancelled,
              --   shipped -> delivered, on_hold -> placed | paid | cancelled, * -> on_hold
              --   initial cart | placed
  ship_to     shop.address,
  total       shop.amount NOT NULL DEFAULT 0,
  version     int NOT NULL DEFAULT 1,  -- pgtrigger: version bump_version
  PRIMARY KEY (id, placed_on)
) PARTITION BY RANGE (placed_on);

CREATE TABLE shop.orders_2025 PARTITION OF shop.orders
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE shop.orders_2026 PARTITION OF shop.orders
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE shop.orders_other PARTITION OF shop.orders DEFAULT;

-- pgtrigger: protect order_open insert or update
--   when (EXISTS (SELECT FROM shop.orders AS o
--     WHERE o.id = NEW.order_id AND o.placed_on = NEW.placed_on AND o.status NOT IN ('cart', 'placed')))
--   message 'the order is closed'
-- Lines that go with their order see no order any more.
-- pgtrigger: protect order_kept delete
--   when (EXISTS (SELECT FROM shop.orders AS o
--     WHERE o.id = OLD.order_id AND o.placed_on = OLD.placed_on AND o.status NOT IN ('cart', 'placed')))
--   message 'the order is closed'
-- pgtrigger: run add_total after insert for each statement referencing new table as added
--   do (UPDATE shop.orders AS o SET total = o.total + s.total
--       FROM (SELECT a.order_id, a.placed_on, sum(a.total) AS total FROM added AS a
--             GROUP BY a.order_id, a.placed_on) AS s
--       WHERE o.id = s.order_id AND o.placed_on = s.placed_on)
CREATE TABLE shop.order_lines (
  order_id   uuid NOT NULL,
  placed_on  date NOT NULL,
  line       int NOT NULL,
  product_id bigint NOT NULL REFERENCES shop.products ON DELETE RESTRICT,
  quantity   int NOT NULL DEFAULT 1 CHECK (quantity > 0),
  price      shop.amount NOT NULL,
             -- pgtrigger: set price_of_today before insert when (NEW.price IS NULL)
             --   set price = (SELECT p.price FROM shop.products AS p WHERE p.id = NEW.product_id)
  total      numeric(14, 2) GENERATED ALWAYS AS (quantity * price) STORED,
  PRIMARY KEY (order_id, placed_on, line),
  FOREIGN KEY (order_id, placed_on) REFERENCES shop.orders ON DELETE CASCADE
);

-- Money is never unsaid, not even by a replica or an administrator.
-- pgtrigger: protect payments_stay delete not ignorable enable always
-- pgtrigger: protect payments_kept truncate not ignorable enable always
CREATE TABLE shop.payments (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id  uuid NOT NULL,
  placed_on date NOT NULL,
  amount    shop.amount NOT NULL,  -- pgtrigger: readonly amount_fixed not ignorable
  status    text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'authorised', 'captured', 'charged back', 'failed')),
            -- pgtrigger: fsm payment_flow
            --   new -> authorised | failed, authorised -> captured | failed, captured -> 'charged back'
            --   initial new
            --   when (NEW.amount > 0)
  reference text,  -- pgtrigger: readonly reference_once when (OLD.reference IS NOT NULL)
  FOREIGN KEY (order_id, placed_on) REFERENCES shop.orders
);
