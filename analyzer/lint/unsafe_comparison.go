package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
)

// unsafeComparison finds tests for a change that miss NULL.
var unsafeComparison = &Check{
	Code: "null-unsafe-comparison", Severity: diag.Warning,
	Doc: "OLD.a <> NEW.a is NULL, and so not true, if one of them is NULL: the trigger does not fire when a value comes or goes.",
	Run: func(p *Pass) {
		p.conditions(func(cond condition) {
			t := cond.table
			ast.Walk(cond.sql.Root, func(n ast.Node) bool {
				op, ok := n.(*ast.Op)
				if !ok || op.Kind != ast.PlainOp || op.Name.Name != "<>" && op.Name.Name != "!=" {
					return true
				}
				l, r := rowColumn(op.Left), rowColumn(op.Right)
				if l == nil || r == nil || l[1] != r[1] || l[0] == r[0] {
					return true
				}
				if c := t.Column(l[1]); c != nil && !c.NotNull {
					span := op.Span().File.At(op.Left.Span().Start, op.Right.Span().End)
					p.Report(diag.Diagnostic{
						Span:    span,
						Message: `column "` + c.Name + `" can be NULL, and this is not true when it becomes NULL or stops being it`,
						Help:    "write changed(" + pgname.Quote(c.Name) + ") or IS DISTINCT FROM",
						Related: []diag.Related{{Span: c.Decl, Message: "column declared here"}},
						Fixes:   rewrite(span, op, op.Left, "IS DISTINCT FROM", " "+op.Right.Span().String()),
					})
				}
				return true
			})
		})
	},
}

// rowColumn returns the row and column of OLD.col or NEW.col, or nil.
func rowColumn(n ast.Node) []string {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 2 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
		return nil
	}
	return []string{ref.Parts[0].Name, ref.Parts[1].Name}
}
