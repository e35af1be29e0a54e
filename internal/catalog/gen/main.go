// Command gen writes the catalogs of Postgres's own objects that package
// catalog embeds, from running servers, one of each major version:
//
//	go run ./internal/catalog/gen DSN...
//
// Each server needs the extensions of contrib; gen makes them in a database of
// its own and drops it.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
)

// extensions are those of contrib whose objects schemas refer to.
var extensions = strings.Fields(`citext hstore pgcrypto uuid-ossp pg_trgm ltree
	autoinc btree_gin btree_gist cube dblink dict_int earthdistance fuzzystrmatch insert_username intagg intarray isn
	lo moddatetime pg_stat_statements postgres_fdw refint seg tablefunc tcn unaccent xml2`)

// required are those without which the catalog is not worth having.
const required = 6

// Each query returns lines of package catalog's file, in which names of types
// are those of t(oid): that of pg_catalog alone, "ext:name" of an extension.
const names = `
CREATE FUNCTION pg_temp.ext(class regclass, id oid) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
	WHERE d.classid = class AND d.objid = id AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' $$;
CREATE FUNCTION pg_temp.t(id oid) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT CASE
		WHEN id = 0 THEN ''
		WHEN ty.typtype = 'd' AND ty.typnamespace = 'information_schema'::regnamespace THEN pg_temp.t(ty.typbasetype)
		WHEN ty.typelem <> 0 AND ty.typlen = -1 AND ty.typcategory = 'A' AND ty.typname ~ '^_' THEN pg_temp.t(ty.typelem) || '[]'
		ELSE coalesce(pg_temp.ext('pg_type', id) || ':', '') || ty.typname END
	FROM pg_type ty WHERE ty.oid = id UNION ALL SELECT '' WHERE id = 0 LIMIT 1 $$;
CREATE FUNCTION pg_temp.mine(class regclass, id oid, schema oid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT schema = 'pg_catalog'::regnamespace OR pg_temp.ext(class, id) IS NOT NULL $$;
`

var queries = []string{
	// type: name, kind, category, preferred, element or subtype, collatable
	`SELECT concat_ws(E'\t', 'T', pg_temp.t(ty.oid), ty.typtype, ty.typcategory, ty.typispreferred,
		CASE WHEN ty.typtype IN ('r', 'm') THEN (SELECT pg_temp.t(rngsubtype) FROM pg_range WHERE rngtypid = ty.oid OR rngmultitypid = ty.oid)
			WHEN ty.typelem <> 0 THEN pg_temp.t(ty.typelem) ELSE '' END,
		ty.typcollation <> 0,
		CASE WHEN ty.typtype = 'r' THEN (SELECT pg_temp.t(rngmultitypid) FROM pg_range WHERE rngtypid = ty.oid) ELSE '' END)
	FROM pg_type ty WHERE pg_temp.mine('pg_type', ty.oid, ty.typnamespace) AND ty.typtype <> 'c' AND NOT (ty.typname ~ '^_' AND ty.typcategory = 'A')`,

	// function: ext, name, kind, set, variadic element, defaults, volatility, strict, result, arguments, names of arguments, outputs
	`SELECT concat_ws(E'\t', 'F', coalesce(pg_temp.ext('pg_proc', p.oid), ''), p.proname, p.prokind, p.proretset, pg_temp.t(p.provariadic), p.pronargdefaults,
		p.provolatile, p.proisstrict, pg_temp.t(p.prorettype),
		(SELECT coalesce(string_agg(pg_temp.t(a), ' ' ORDER BY n), '') FROM unnest(p.proargtypes) WITH ORDINALITY AS u (a, n)),
		coalesce((SELECT string_agg(nm, ' ' ORDER BY n) FROM unnest(p.proargnames) WITH ORDINALITY AS u (nm, n)
			WHERE p.proargmodes IS NULL OR p.proargmodes[n] IN ('i', 'b', 'v')), ''),
		coalesce((SELECT string_agg(p.proargnames[n] || '=' || pg_temp.t(ty), ' ' ORDER BY n) FROM unnest(p.proallargtypes) WITH ORDINALITY AS u (ty, n)
			WHERE p.proargmodes[n] IN ('o', 'b', 't')), ''))
	FROM pg_proc p WHERE pg_temp.mine('pg_proc', p.oid, p.pronamespace)`,

	// operator: ext, name, left, right, result
	`SELECT concat_ws(E'\t', 'O', coalesce(pg_temp.ext('pg_operator', o.oid), ''), o.oprname, pg_temp.t(o.oprleft), pg_temp.t(o.oprright), pg_temp.t(o.oprresult),
		(SELECT provolatile FROM pg_proc WHERE oid = o.oprcode))
	FROM pg_operator o WHERE pg_temp.mine('pg_operator', o.oid, o.oprnamespace) AND o.oprcode <> 0`,

	// cast: ext, source, target, context, method
	`SELECT concat_ws(E'\t', 'C', coalesce(pg_temp.ext('pg_cast', c.oid), ''), pg_temp.t(castsource), pg_temp.t(casttarget), castcontext, castmethod)
	FROM pg_cast c WHERE castsource < 16384 AND casttarget < 16384 OR pg_temp.ext('pg_cast', c.oid) IS NOT NULL`,

	// relation: schema, name, kind, columns
	`SELECT concat_ws(E'\t', 'R', coalesce(pg_temp.ext('pg_class', c.oid), n.nspname), c.relname, c.relkind,
		(SELECT string_agg(a.attname || '=' || pg_temp.t(a.atttypid), ' ' ORDER BY a.attnum) FROM pg_attribute a
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
	FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	WHERE c.relkind IN ('r', 'v') AND (n.nspname IN ('pg_catalog', 'information_schema') OR pg_temp.ext('pg_class', c.oid) IS NOT NULL)`,

	// collation that every server has; text search configuration; setting; language
	`SELECT concat_ws(E'\t', 'L', collname) FROM pg_collation WHERE collname IN ('default', 'C', 'POSIX', 'ucs_basic', 'unicode', 'und-x-icu', 'pg_c_utf8', 'C.UTF-8')`,
	`SELECT concat_ws(E'\t', 'W', cfgname) FROM pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace`,
	`SELECT concat_ws(E'\t', 'S', name, context) FROM pg_settings WHERE name NOT LIKE '%.%'`,
	// ordered-set aggregate: name, kind, number of direct arguments
	`SELECT concat_ws(E'\t', 'Z', p.proname, aggkind, aggnumdirectargs)
	FROM pg_aggregate JOIN pg_proc p ON p.oid = aggfnoid WHERE aggkind <> 'n' AND p.oid < 16384`,
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: gen DSN...")
	}
	versions := map[string]map[int]bool{} // of a line
	for _, dsn := range os.Args[1:] {
		version, lines, err := dump(context.Background(), dsn)
		if err != nil {
			log.Fatalf("%s: %v", dsn, err)
		}
		log.Printf("Postgres %d: %d lines", version, len(lines))
		for _, l := range lines {
			if versions[l] == nil {
				versions[l] = map[int]bool{}
			}
			versions[l][version] = true
		}
	}
	// A line starts with the versions that have it, as letters: 14 is a.
	var out bytes.Buffer
	for _, l := range slices.Sorted(maps.Keys(versions)) {
		for _, v := range slices.Sorted(maps.Keys(versions[l])) {
			out.WriteByte(byte('a' + v - 14))
		}
		fmt.Fprintf(&out, "\t%s\n", l)
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(out.Bytes())
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = os.WriteFile("internal/catalog/catalog.txt.gz", packed.Bytes(), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d bytes, packed %d", out.Len(), packed.Len())
}

// dump returns the major version of a server and the lines of its catalog.
func dump(ctx context.Context, dsn string) (version int, lines []string, err error) {
	admin, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, nil, err
	}
	defer admin.Close(ctx)
	const database = "trigc_catalog"
	for _, sql := range []string{"DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database + " TEMPLATE template0"} {
		if _, err := admin.Exec(ctx, sql); err != nil {
			return 0, nil, err
		}
	}
	defer func() {
		if _, dropErr := admin.Exec(ctx, "DROP DATABASE "+database+" WITH (FORCE)"); err == nil {
			err = dropErr
		}
	}()
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		return 0, nil, err
	}
	cfg.Database = database
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return 0, nil, err
	}
	defer conn.Close(ctx)
	for i, name := range extensions {
		if _, err := conn.Exec(ctx, "CREATE EXTENSION IF NOT EXISTS "+pgx.Identifier{name}.Sanitize()+" CASCADE"); err != nil {
			if i < required {
				return 0, nil, err
			}
			log.Printf("without %s: %v", name, err)
		}
	}
	if _, err := conn.Exec(ctx, names); err != nil {
		return 0, nil, err
	}
	if err := conn.QueryRow(ctx, "SELECT current_setting('server_version_num')::int / 10000").Scan(&version); err != nil {
		return 0, nil, err
	}
	for _, q := range queries {
		rows, err := conn.Query(ctx, q)
		if err != nil {
			return 0, nil, err
		}
		list, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			return 0, nil, fmt.Errorf("%w in %s", err, q)
		}
		lines = append(lines, list...)
	}
	return version, lines, nil
}
