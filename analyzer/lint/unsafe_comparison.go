package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// unsafeComparison finds tests for a change that miss NULL.
var unsafeComparison = &Check{
	Code: "null-unsafe-comparison", Severity: diag.Warning,
	Doc: "OLD.a <> NEW.a is NULL, and so not true, if one of them is NULL: the trigger does not fire, or its function does not see it, when a value comes or goes. " +
		"Nothing is said where it is asked, too, whether the column is NULL.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			p.unsafe(c.table, c.sql, c.directive, func(column string) bool { return testsNull(c.sql.Root, column) })
		})
		told := map[*ast.SQL]bool{}
		p.eachSQL(func(b body, sql *ast.SQL) {
			if b.header().Level == ast.Row && b.has(ast.Update) && !told[sql] {
				told[sql] = p.unsafe(b.Table, sql, false, b.testsNull)
			}
		})
	},
}

// unsafe reports the tests in an expression, and whether there are any.
func (p *Pass) unsafe(t *schema.Relation, sql *ast.SQL, directive bool, tested func(column string) bool) bool {
	found := false
	ast.Walk(sql.Root, func(n ast.Node) bool {
		op, ok := n.(*ast.Op)
		not, negated := n.(*ast.Bool)
		if negated = negated && not.Op == ast.Not; negated {
			op, ok = not.Args[0].(*ast.Op)
		}
		if !ok || op.Kind != ast.PlainOp || op.Left == nil || negated != (op.Name.Name == "=") || !negated && op.Name.Name != "<>" && op.Name.Name != "!=" {
			return true
		}
		for _, pair := range compared(op) {
			c := t.Column(pair)
			if c == nil || !t.MayBeNull(c) || tested(c.Name) {
				continue
			}
			found = true
			span := op.Span().File.At(op.Left.Span().Start, op.Right.Span().End)
			d := diag.Diagnostic{
				Span:    span,
				Message: `column "` + c.Name + `" can be NULL, and this is not true when it becomes NULL or stops being it`,
				Help:    "write IS DISTINCT FROM",
				Related: []diag.Related{{Span: c.Decl, Message: "column declared here"}},
			}
			if directive {
				d.Help = "write changed(" + pgname.Quote(c.Name) + ") or IS DISTINCT FROM"
			}
			switch _, row := op.Left.(*ast.List); {
			case negated:
				d.Help += ", without NOT"
			case !row:
				d.Fixes = rewrite(span, op, op.Left, "IS DISTINCT FROM", " "+op.Right.Span().String())
			}
			p.Report(d)
			break
		}
		return true
	})
	return found
}

// compared returns the columns of OLD that an operator compares with those of
// NEW, one by one.
func compared(op *ast.Op) []string {
	left, right := []ast.Node{op.Left}, []ast.Node{op.Right}
	if l, ok := op.Left.(*ast.List); ok && l.Kind == ast.RowList {
		r, ok := op.Right.(*ast.List)
		if !ok || r.Kind != ast.RowList || len(l.Args) != len(r.Args) {
			return nil
		}
		left, right = l.Args, r.Args
	}
	var columns []string
	for i := range left {
		if l, r := rowColumn(left[i]), rowColumn(right[i]); l != nil && r != nil && l[1] == r[1] && l[0] != r[0] {
			columns = append(columns, l[1])
		}
	}
	return columns
}

// rowColumn returns the row and column of OLD.col or NEW.col, or nil.
func rowColumn(n ast.Node) []string {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 2 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
		return nil
	}
	return []string{ref.Parts[0].Name, ref.Parts[1].Name}
}
