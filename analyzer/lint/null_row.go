package lint

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// nullRow finds tests for NULL of a whole row, which are about each of its
// columns (manual, section 9.2).
var nullRow = &Check{
	Code: "null-row", Severity: diag.Warning,
	Doc: "NEW IS NOT NULL is true only if no column of the row is NULL, and NEW IS NULL only if all are. Write which column is meant, or ask TG_OP whether there is a row; or NEW.*, if all are.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			if c.pairs {
				return // a row that has no partner
			}
			p.rowTests(c.sql, c.table, func(test *ast.NullTest, row string, col *schema.Column) (message, help string) {
				if test.Not {
					return fmt.Sprintf("this is true only if no column is NULL, and %q can be", col.Name),
						fmt.Sprintf("name the column that is meant, or leave it out: there always is %s", row)
				}
				return "this is true only if all columns are NULL", fmt.Sprintf("name the column that is meant: %s.%s IS NULL", row, pgname.Quote(col.Name))
			})
		})
		told := map[*ast.SQL]bool{}
		p.eachSQL(func(b body, sql *ast.SQL) {
			if b.header().Level != ast.Row || told[sql] {
				return // FOR EACH STATEMENT there are no rows to speak of
			}
			p.rowTests(sql, b.Table, func(test *ast.NullTest, row string, col *schema.Column) (message, help string) {
				if !test.Not {
					return "", "" // true, too, if there is no row
				}
				told[sql] = true
				return fmt.Sprintf("this is true only if no column is NULL, and %q can be", col.Name),
					fmt.Sprintf("write NOT (%s IS NULL), or ask TG_OP whether there is a row", row)
			})
		})
	},
}

// rowTests reports what there is to say of the tests for NULL of OLD and NEW,
// if a column of the table can be NULL.
func (p *Pass) rowTests(sql *ast.SQL, t *schema.Relation, say func(test *ast.NullTest, row string, col *schema.Column) (message, help string)) {
	col := nullable(t)
	if col == nil {
		return
	}
	ast.Walk(sql.Root, func(n ast.Node) bool {
		test, ok := n.(*ast.NullTest)
		if !ok {
			return true
		}
		ref, ok := test.Arg.(*ast.ColumnRef)
		if !ok || ref.Star || len(ref.Parts) != 1 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
			return true // a star says that each column is meant
		}
		if message, help := say(test, strings.ToUpper(ref.Parts[0].Name), col); message != "" {
			p.Report(diag.Diagnostic{
				Span: test.Span(), Message: message, Help: help,
				Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
			})
		}
		return false
	})
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
