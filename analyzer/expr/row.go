package expr

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// A condition about one row is written as in a CHECK or a partial index. Which
// row it is, the old one or the new one, is for the trigger to say. It must
// give the same answer for the same row whenever it is asked.

// inconstantFunctions are those whose result is not that of their arguments
// alone.
var inconstantFunctions = []string{
	"clock_timestamp", "current_database", "current_query", "current_schemas", "current_setting", "currval", "gen_random_uuid",
	"inet_client_addr", "lastval", "localtimestamp", "nextval", "now", "pg_backend_pid", "pg_current_xact_id", "pg_has_role",
	"pg_trigger_depth", "random", "setval", "statement_timestamp", "timeofday", "transaction_timestamp", "txid_current",
}

// inconstant reports what has another value at another time.
func (c *checker) inconstant(at source.Span, name string) {
	c.add(diag.Diagnostic{
		Code: "inconstant-condition", Span: at, Message: fmt.Sprintf("%s can differ between the time a row is counted and the time it no longer is", name),
		Help: "use only the row's columns",
	})
}

// columnOfRow checks a column of the row.
func (c *checker) columnOfRow(ref *ast.ColumnRef) {
	parts := ref.Parts
	first, last := parts[0].Name, parts[len(parts)-1]
	switch {
	case ref.Star || len(parts) > 3:
		c.otherTable(ref, nil)
	case len(parts) == 1 && (c.Table.Column(first) != nil || first != "old" && first != "new"):
		if c.columnOf(c.Table, first, ref.Span()) != nil {
			at := ref.Span()
			c.out.edits = append(c.out.edits, edit{at.File.At(at.Start, at.Start), c.Row + "."})
		}
	case len(parts) <= 2 && (first == "old" || first == "new"):
		at, help := ref.Span(), "write what a row must be like to be counted"
		if len(parts) == 2 {
			at = parts[0].Span
			help = "leave it out: " + pgname.Quote(last.Name)
		}
		c.add(diag.Diagnostic{
			Code: "row-condition", Span: at, Message: "this condition is about a row as it is, which has no " + parts[0].Span.String(), Help: help,
		})
	case len(parts) == 2 && first == c.Table.Name, len(parts) == 3 && first == c.Table.Schema && parts[1].Name == c.Table.Name:
		if c.columnOf(c.Table, last.Name, last.Span) != nil {
			c.out.edits = append(c.out.edits, edit{ref.Span(), c.Row + "." + pgname.Quote(last.Name)})
		}
	default:
		c.otherTable(ref, nil)
	}
}
