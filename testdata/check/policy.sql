CREATE SCHEMA audit;
CREATE SCHEMA other;
CREATE TABLE a (id int PRIMARY KEY, updated_at timestamptz);
--=          ^ error[policy]: policy "touched" requires touch of table "a" => write -- pgtrigger: touch touch_updated_at \(updated_at\)
CREATE TABLE b (id int PRIMARY KEY, updated_at timestamptz); -- pgtrigger: touch t (updated_at) on b
-- another column's directive is none
-- pgtrigger: touch t (at)
CREATE TABLE c (id int PRIMARY KEY, updated_at timestamptz, at timestamptz);
--=          ^ error[policy]: policy "touched" requires touch of table "c"
CREATE TABLE wrong_type (id int PRIMARY KEY, updated_at timestamp);
CREATE TABLE schema_migrations (id int PRIMARY KEY, updated_at timestamptz);
CREATE TABLE old_posts (id int PRIMARY KEY, updated_at timestamptz);
CREATE TABLE other.a (id int PRIMARY KEY, updated_at timestamptz);
CREATE VIEW v AS SELECT id, updated_at FROM b;
-- what a hand-written trigger does is not known
CREATE TABLE hand (id int PRIMARY KEY, updated_at timestamptz);
--=          ^^^^ error[policy]: policy "touched" requires touch of table "hand"
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON hand FOR EACH ROW EXECUTE FUNCTION f();
-- a directive with a mistake has been told of
CREATE TABLE mistake (
  id int PRIMARY KEY,
  updated_at timestamptz -- pgtrigger: touch t when (OLD.nope)
--=                                                      ^^^^ error[unknown-column] 42703: no column "nope"
);
-- partitions have the triggers of their table
-- pgtrigger: touch t (updated_at)
CREATE TABLE parts (id int, updated_at timestamptz) PARTITION BY LIST (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
-- pgtrigger: protect a update
-- pgtrigger: protect b delete or truncate
CREATE TABLE audit.good (id int PRIMARY KEY);
-- pgtrigger: protect a update or delete when (OLD.id > 1)
-- pgtrigger: protect b update of id
-- pgtrigger: protect c truncate
CREATE TABLE audit."Größe" (id int PRIMARY KEY);
--=          ^^^^^^^^^^^^^^^ warning[policy]: policy "append-only" requires protect update or delete of table "Größe" => write -- pgtrigger: protect protect_update_delete update or delete
-- pgtrigger: protect a update or delete
CREATE TABLE audit.cut (id int PRIMARY KEY);
--=          ^^^^^^^^^ warning[policy]: requires protect truncate of table "cut" => protect_truncate truncate
CREATE TABLE docs (id int PRIMARY KEY, "Größe" int, version int NOT NULL, status text);
--=          ^^^^ note[policy]: policy "documents" requires .* of table "docs": documents are kept as they were => write -- pgtrigger: version version_version \(version\)
--=          ^^^^ note[policy]: policy "documents" requires .* of table "docs": documents are kept as they were => write -- pgtrigger: readonly "readonly_Größe" \("Größe"\)
--=          ^^^^ note[policy]: policy "documents" requires .* of table "docs": documents are kept as they were => add a directive of the kind fsm; trigc help fsm
--=          ^^^^ note[policy]: policy "documents" requires .* of table "docs": documents are kept as they were => add a directive of the kind history; trigc help history
