package lint

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// nullComparison finds comparisons with NULL, which are never true (manual,
// section 9.2).
var nullComparison = &Check{
	Code: "null-comparison", Severity: diag.Warning,
	Doc: "a = NULL and a <> NULL are NULL whatever a is, so a trigger with such a condition never fires, and IF goes past it. Write IS NULL or IS NOT NULL.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			root := c.sql.Root
			if k, ok := root.(*ast.Const); ok && k.Kind == ast.NullConst {
				p.Report(diag.Diagnostic{Span: k.Span(), Message: "a condition of NULL is never true", Help: "leave out WHEN, or write a condition"})
			}
			p.comparesNull(root, "a comparison with NULL is never true")
		})
		for _, u := range p.Units {
			if u.Check != nil {
				p.comparesNull(u.Check.Root, "a comparison with NULL is never false, so it asserts nothing")
			}
		}
		told := map[*ast.SQL]bool{}
		p.eachSQL(func(_ body, sql *ast.SQL) {
			if !told[sql] {
				told[sql] = true
				p.comparesNull(sql.Root, "a comparison with NULL is never true")
			}
		})
	},
}

func (p *Pass) comparesNull(root ast.Node, message string) {
	ast.Walk(root, func(n ast.Node) bool {
		op, ok := n.(*ast.Op)
		if !ok || op.Kind != ast.PlainOp || op.Left == nil {
			return true
		}
		help := map[string]string{"=": "write IS NULL", "<>": "write IS NOT NULL", "!=": "write IS NOT NULL"}[op.Name.Name]
		for _, side := range []ast.Node{op.Left, op.Right} {
			if k, ok := side.(*ast.Const); ok && k.Kind == ast.NullConst && help != "" {
				other := op.Left
				if side == op.Left {
					other = op.Right
				}
				span := op.Span().File.At(op.Left.Span().Start, op.Right.Span().End)
				p.Report(diag.Diagnostic{
					Span: span, Message: message, Help: help,
					Fixes: rewrite(span, op, other, strings.TrimPrefix(help, "write "), ""),
				})
			}
		}
		return true
	})
}
