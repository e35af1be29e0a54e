package codegen

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// sweep prints a block that drops what an earlier version made on the tables
// of the schema and keep does not hold any more, and the functions that no
// trigger uses then. A trigger that was a constraint trigger and is a plain
// one now goes too: CREATE OR REPLACE refuses it (42710). So does one for each
// row of a partitioned table that is for each statement now: its clones in the
// partitions would stay, and fire.
//
// An event table that trigc made is known by its comment even if no directive
// names it any more.
//
// What does not carry the mark stays, and so does what the schema makes by
// itself, although a directive may have adopted it once.
func (w *sqlWriter) sweep(p *ir.Program, keep []*ir.Unit) {
	var tables, declared []string
	schemas := map[string]bool{}
	for name := range p.DB.Schemas {
		schemas[name] = true // a table that trigc made may be the only one in it
	}
	relations := p.DB.Relations()
	for _, t := range p.Tables {
		relations = append(relations[:len(relations):len(relations)], t.Relation)
	}
	for _, r := range relations {
		if r.Temp {
			continue
		}
		schemas[r.Schema] = true
		row := pgname.Literal(r.Schema) + ", " + pgname.Literal(r.Name)
		tables = append(tables, "("+row+")")
		for _, t := range r.Triggers {
			declared = append(declared, "("+row+", "+pgname.Literal(t.Name)+", true, "+strconv.FormatBool(t.Decl.Header.Level == ast.Row)+")")
		}
	}
	for _, u := range keep {
		for _, t := range u.Triggers {
			if !t.Adopted {
				declared = append(declared, "("+pgname.Literal(t.Table.Schema)+", "+pgname.Literal(t.Table.Name)+", "+
					pgname.Literal(t.Name)+", "+strconv.FormatBool(t.Constraint)+", "+strconv.FormatBool(t.Level == ast.Row)+")")
			}
		}
	}
	if len(tables) == 0 {
		return
	}
	declared = append(declared, "(NULL, NULL, NULL, NULL::pg_catalog.bool, NULL::pg_catalog.bool)") // VALUES needs a row
	names := slices.Sorted(maps.Keys(schemas))
	for i, n := range names {
		names[i] = pgname.Literal(n)
	}
	w.put("\n")
	w.do(`
DECLARE
  statement pg_catalog.text;
BEGIN
  FOR statement IN
    WITH known (nspname, relname) AS (VALUES
      `, strings.Join(tables, ",\n      "), `)
    SELECT pg_catalog.format('DROP TRIGGER %I ON %I.%I', t.tgname, n.nspname, c.relname)
    FROM pg_catalog.pg_trigger AS t
    JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN (VALUES
      `, strings.Join(declared, ",\n      "), `
    ) AS d (nspname, relname, tgname, may_be_constraint, may_have_clones) USING (nspname, relname, tgname)
    WHERE NOT t.tgisinternal AND t.tgparentid = 0
      AND pg_catalog.obj_description(t.oid, 'pg_trigger') LIKE `, pgname.Literal(Mark+"%"), `
      AND (d.tgname IS NULL OR t.tgconstraint <> 0 AND NOT d.may_be_constraint
        OR c.relkind = 'p' AND t.tgtype & 1 = 1 AND NOT d.may_have_clones)
      AND ((n.nspname, c.relname) IN (SELECT k.nspname, k.relname FROM known AS k)
        OR pg_catalog.obj_description(c.oid, 'pg_class') IN (
          SELECT pg_catalog.concat(`, pgname.Literal(EventsMark), `, k.nspname, '.', k.relname) FROM known AS k))
  LOOP
    EXECUTE statement;
  END LOOP;
  FOR statement IN
    SELECT pg_catalog.format('DROP FUNCTION %I.%I()', n.nspname, f.proname)
    FROM pg_catalog.pg_proc AS f
    JOIN pg_catalog.pg_namespace AS n ON n.oid = f.pronamespace
    WHERE pg_catalog.obj_description(f.oid, 'pg_proc') LIKE `, pgname.Literal(Mark+"%"), `
      AND n.nspname IN (`, strings.Join(names, ", "), `)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE t.tgfoid = f.oid)
  LOOP
    EXECUTE statement;
  END LOOP;
END
`)
}
