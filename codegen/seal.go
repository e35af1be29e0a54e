package codegen

import (
	"strings"

	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// A seal stands behind the mark in a trigger's comment and tells whether its
// WHEN is what was installed, which the server keeps as a tree of its own: the
// firing state that was declared, the trigger's OID, the server's major version,
// and a hash of the tree. CREATE OR REPLACE TRIGGER keeps the OID and the
// comment, so a WHEN that somebody replaced is told by the hash. A trigger that
// was restored from a dump has another OID, and its tree can differ for no
// reason; of it the seal says nothing.

// SealSQL is the seal, without the firing state, of the row t of pg_trigger.
const SealSQL = `pg_catalog.concat('/', t.oid, '/', pg_catalog.current_setting('server_version_num')::pg_catalog.int4 / 10000, '/',
	pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.regexp_replace(
		coalesce(t.tgqual::pg_catalog.text, ''), ' :location -?[0-9]+', '', 'g'), pg_catalog.getdatabaseencoding())), 'hex'), 1, 16))`

// Seal renders the statement that seals the triggers of definitions, once they
// have their marks.
func Seal(list []*Definition) string {
	var w sqlWriter
	var rows []string
	for _, d := range list {
		rows = append(rows, sealed(d.Trigger))
	}
	w.sealRows(rows)
	return strings.TrimPrefix(w.String(), "\n")
}

// seal prints a block that seals the triggers of units.
func (w *sqlWriter) seal(units []*ir.Unit) {
	var rows []string
	for _, u := range units {
		for _, t := range u.Triggers {
			rows = append(rows, sealed(t))
		}
	}
	w.sealRows(rows)
}

func sealed(t *ir.Trigger) string {
	return "(" + pgname.Literal(t.Table.Schema) + ", " + pgname.Literal(t.Table.Name) + ", " + pgname.Literal(t.Name) + ", " + pgname.Literal(firing(t.State)) + ")"
}

func (w *sqlWriter) sealRows(rows []string) {
	if len(rows) == 0 {
		return
	}
	w.put("\n-- Seals each trigger: a WHEN that is replaced by hand is told by it.\n")
	w.do(`
DECLARE
  statement pg_catalog.text;
BEGIN
  FOR statement IN
    SELECT pg_catalog.format('COMMENT ON TRIGGER %I ON %I.%I IS %L', t.tgname, n.nspname, c.relname,
      pg_catalog.concat(pg_catalog.split_part(pg_catalog.obj_description(t.oid, 'pg_trigger'), ' ', 1), ' ', d.firing, `,
		strings.ReplaceAll(strings.ReplaceAll(SealSQL, "\n\t", "\n        "), "\t", "  "), `))
    FROM (VALUES
      `, strings.Join(rows, ",\n      "), `
    ) AS d (nspname, relname, tgname, firing)
    JOIN pg_catalog.pg_namespace AS n USING (nspname)
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = d.relname
    JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid AND t.tgname = d.tgname
  LOOP
    EXECUTE statement;
  END LOOP;
END
`)
}
