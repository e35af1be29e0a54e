-- What the shop sells.

-- Comes from the tax office's feed, spelled as there.
CREATE TABLE shop."TaxRate" (
  "countryCode" char(2) NOT NULL,
  "validFrom"   date NOT NULL,
  "percent"     numeric(4, 2) NOT NULL,  -- pgtrigger: readonly "rateFixed" hint 'add a row with a later "validFrom"'
  PRIMARY KEY ("countryCode", "validFrom")
);

-- pgtrigger: readonly sku_fixed (id, sku) message 'the SKU is printed on the shelf'
-- pgtrigger: trigger log_price after update of price for each row when (changed(price)) execute function shop.log_change('price')
CREATE TABLE shop.products (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku              text NOT NULL UNIQUE,
  name             text NOT NULL,
  price            shop.amount NOT NULL,
  price_since      timestamptz NOT NULL DEFAULT now(),  -- pgtrigger: touch touch_price update of price when (changed(price))
  search_name      text NOT NULL DEFAULT '',
                   -- pgtrigger: set search_name before insert or update of name, search_name
                   --   set search_name = lower(NEW.name)
  labels           text[] NOT NULL DEFAULT '{}',
  attributes       jsonb NOT NULL DEFAULT '{}',
  discontinued_at  timestamptz,              -- pgtrigger: softdelete discontinue
  version          int NOT NULL DEFAULT 1    -- pgtrigger: version bump_version
);

-- Articles are typed in by hand.
-- pgtrigger: trigger normalize_sku before insert on shop.products for each row
CREATE FUNCTION shop.normalize_sku() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sku := upper(regexp_replace(NEW.sku, '\s', '', 'g'));
  RETURN NEW;
END
$$;

-- pgtrigger: protect stock_stays delete or truncate for each statement
CREATE TABLE shop.stock (
  product_id bigint PRIMARY KEY REFERENCES shop.products ON DELETE RESTRICT,
  on_hand    int NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
  reserved   int NOT NULL DEFAULT 0 CHECK (reserved >= 0)
             -- pgtrigger: protect not_oversold update when (NEW.reserved > NEW.on_hand AND changed(reserved))
             --   message 'there is less on hand than reserved'
             --   errcode '23514'
             --   hint 'release reservations first'
);

-- Whatever a trigger with log_change('column') sees.
CREATE TABLE shop.change_log (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  relation   text NOT NULL,
  field      text NOT NULL,
  old_value  jsonb,
  new_value  jsonb,
  changed_by text NOT NULL DEFAULT session_user,
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION shop.log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO shop.change_log (relation, field, old_value, new_value)
  VALUES (TG_TABLE_NAME, TG_ARGV[0], to_jsonb(OLD) -> TG_ARGV[0], to_jsonb(NEW) -> TG_ARGV[0]);
  RETURN NULL;
END
$$;

CREATE TABLE shop.coupons (
  code      text PRIMARY KEY,
  percent   int NOT NULL CHECK (percent BETWEEN 1 AND 100),
  uses_left int NOT NULL DEFAULT 1 CHECK (uses_left >= 0),
  valid     daterange NOT NULL
);

CREATE FUNCTION shop.use_up_coupon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM shop.coupons AS c WHERE c.code = NEW.code;
  RETURN NULL;
END
$$;

-- This one was here before trigc.
-- pgtrigger: trigger
CREATE TRIGGER use_up_coupon AFTER UPDATE OF uses_left ON shop.coupons
  FOR EACH ROW WHEN (NEW.uses_left = 0) EXECUTE FUNCTION shop.use_up_coupon();
