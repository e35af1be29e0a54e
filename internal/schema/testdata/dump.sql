-- What a server has, in the words of dump_test.go. A .want file is made by
-- running its .sql and then this in an empty database of Postgres 15:
--
--	psql -Xq -v ON_ERROR_STOP=1 -f x.sql >/dev/null && psql -XqAt -f dump.sql > x.want
SET search_path = '';
SELECT line FROM (
  -- relations
  SELECT n.nspname || '.' || c.relname AS key, 0 AS part, 0 AS num, '' AS sub,
    CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
      WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence' ELSE 'index' END
    || ' ' || n.nspname || '.' || c.relname
    || CASE WHEN c.relkind = 'v' AND (pg_catalog.pg_relation_is_updatable(c.oid, false) & 20) = 20 THEN ' updatable' ELSE '' END
    || CASE WHEN c.relispartition AND c.relkind IN ('r', 'p', 'f') THEN ' partition' ELSE '' END AS line
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind <> 'c' AND n.nspname !~ '^pg_|^information_schema$'
  UNION ALL
  -- columns
  SELECT n.nspname || '.' || c.relname, 1, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), '',
    '  ' || a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
    || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.atthasdef THEN ' default' ELSE '' END
    || CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text ELSE '' END
    || CASE WHEN a.attinhcount > 0 THEN ' inherited' ELSE '' END
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^pg_|^information_schema$'
  UNION ALL
  -- constraints of tables
  SELECT n.nspname || '.' || c.relname, 2, 0, k.conname,
    '  constraint ' || k.conname || ' '
    || CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check' WHEN 'x' THEN 'exclude' END
    || CASE WHEN k.contype IN ('p', 'u', 'f') THEN ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY o) FROM unnest(k.conkey) WITH ORDINALITY u (num, o)
         JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) || ')' ELSE '' END
    || CASE WHEN k.contype = 'f' THEN ' references ' || k.confrelid::pg_catalog.regclass || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY o)
         FROM unnest(k.confkey) WITH ORDINALITY u (num, o) JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) || ')'
         || ' ' || k.confdeltype::text || k.confupdtype::text ELSE '' END
  FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_|^information_schema$' AND k.contype <> 't'
  UNION ALL
  -- triggers
  SELECT n.nspname || '.' || c.relname, 3, 0, t.tgname,
    '  trigger ' || t.tgname || ' ' || pn.nspname || '.' || p.proname || ' ' || t.tgenabled::text
  FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
  WHERE NOT t.tgisinternal AND t.tgparentid = 0
  UNION ALL
  -- types
  SELECT n.nspname || '.' || t.typname, 4, 0, '',
    'type ' || n.nspname || '.' || t.typname || ' '
    || CASE t.typtype
         WHEN 'e' THEN 'enum (' || coalesce((SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '') || ')'
         WHEN 'd' THEN 'domain ' || pg_catalog.format_type(t.typbasetype, t.typtypmod) || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
         WHEN 'c' THEN 'composite (' || coalesce((SELECT string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
         ELSE 'range' END
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  WHERE n.nspname !~ '^pg_|^information_schema$' AND t.typtype IN ('e', 'd', 'c', 'r', 'm')
    AND (t.typtype <> 'c' OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
  UNION ALL
  -- functions
  SELECT n.nspname || '.' || p.proname, 5, 0, p.proargtypes::text,
    'function ' || n.nspname || '.' || p.proname || '(' || coalesce((SELECT string_agg(pg_catalog.format_type(t, NULL), ', ' ORDER BY o)
      FROM unnest(p.proargtypes) WITH ORDINALITY u (t, o)), '') || ')'
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname !~ '^pg_|^information_schema$' AND p.prolang <> 12
    AND p.proname !~ 'range'
) x ORDER BY key COLLATE "C", part, num, sub COLLATE "C", line COLLATE "C";
