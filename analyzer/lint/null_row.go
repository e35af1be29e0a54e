package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// nullRow finds tests for NULL of a whole row, which are about each of its
// columns (manual, section 9.2).
var nullRow = &Check{
	Code: "null-row", Severity: diag.Warning,
	Doc: "NEW IS NOT NULL is true only if no column of the row is NULL, and NEW IS NULL only if all are. Write which column is meant.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			if c.pairs {
				return // a row that has no partner
			}
			ast.Walk(c.sql.Root, func(n ast.Node) bool {
				test, ok := n.(*ast.NullTest)
				if !ok {
					return true
				}
				ref, ok := test.Arg.(*ast.ColumnRef)
				if !ok || len(ref.Parts) != 1 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
					return true
				}
				col := nullable(c.table)
				if col == nil {
					return true
				}
				row := map[string]string{"old": "OLD", "new": "NEW"}[ref.Parts[0].Name]
				d := diag.Diagnostic{
					Span:    test.Span(),
					Message: fmt.Sprintf("this is true only if no column is NULL, and %q can be", col.Name),
					Help:    fmt.Sprintf("name the column that is meant, or leave it out: there always is %s", row),
					Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
				}
				if !test.Not {
					d.Message = "this is true only if all columns are NULL"
					d.Help = fmt.Sprintf("name the column that is meant: %s.%s IS NULL", row, pgname.Quote(col.Name))
				}
				p.Report(d)
				return false
			})
		})
	},
}

// nullable returns the first column that can be NULL, or nil.
func nullable(t *schema.Relation) *schema.Column {
	for _, c := range t.Columns {
		if !c.NotNull {
			return c
		}
	}
	return nil
}
