package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// recursion finds triggers whose statement fires them again, for ever.
var recursion = &Check{
	Code: "recursion", Severity: diag.Warning,
	Doc: "A trigger that writes its own table fires again for what it writes, until Postgres runs out of stack. Only what stands outside of IF is looked at, " +
		"in functions that do not look at pg_trigger_depth().",
	Run: func(p *Pass) {
		p.bodies(func(b body) {
			h := b.header()
			if h.Timing != ast.After || h.When != nil || b.says("pg_trigger_depth") || b.says("tg_op") || b.State == ast.Disabled {
				return
			}
			for _, s := range b.block.Stmts {
				switch s := s.(type) {
				case *ast.Assign, *ast.NullStmt, *ast.Perform:
					continue
				case *ast.ExecSQL:
					q, ok := s.SQL.Root.(*ast.Query)
					if !ok {
						return
					}
					if q.Target != nil && p.DB.RelationAt(q.Target.Name, q.Target.Name.Span.File, q.Target.Name.Span.Start) == b.Table && b.firedBy(q) {
						p.Report(diag.Diagnostic{
							Span:    q.Target.Name.Span,
							Message: fmt.Sprintf("this fires trigger %q again, which does it again, without an end", b.Name),
							Help:    "set columns of NEW in a BEFORE trigger, or add WHEN (pg_trigger_depth() < 1)",
							Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
						})
						return
					}
				default:
					return // from here on something else may end it
				}
			}
		})
	},
}

// firedBy reports whether a statement on the trigger's table fires it whatever
// the rows are.
func (b body) firedBy(q *ast.Query) bool {
	event := map[ast.QueryKind]ast.Event{ast.InsertQuery: ast.Insert, ast.UpdateQuery: ast.Update, ast.DeleteQuery: ast.Delete}[q.Kind]
	h := b.header()
	i := slices.IndexFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == event })
	if i < 0 || q.Clauses == nil {
		return false
	}
	of := h.Events[i].Columns
	if len(of) > 0 && !slices.ContainsFunc(q.Columns, func(set ast.Ident) bool {
		return slices.ContainsFunc(of, func(c ast.Ident) bool { return b.Column(c.Name) == set.Name })
	}) {
		return false
	}
	if h.Level == ast.Statement {
		return len(of) > 0 // the others are endless-recursion
	}
	switch event {
	case ast.Insert:
		return q.Clauses.Conflict == nil && q.Clauses.Source != nil && len(q.Clauses.Source.Clauses.Values) > 0
	case ast.Update:
		return len(q.Clauses.From) == 0 && sameRow(b.Table, q)
	}
	return false // the row is gone by then
}

// sameRow reports whether an UPDATE is of the row that fired the trigger, and of
// it whatever it is: WHERE key = NEW.key.
func sameRow(t *schema.Relation, q *ast.Query) bool {
	key := t.RowKey()
	if len(key) != 1 {
		return false
	}
	op, ok := q.Clauses.Where.(*ast.Op)
	if !ok || op.Kind != ast.PlainOp || op.Name.Name != "=" {
		return false
	}
	isKey := func(n ast.Node) bool {
		ref, ok := n.(*ast.ColumnRef)
		return ok && len(ref.Parts) > 0 && len(ref.Parts) <= 2 && ref.Parts[len(ref.Parts)-1].Name == key[0].Name && rowColumn(n) == nil
	}
	isNew := func(n ast.Node) bool {
		c := rowColumn(n)
		return c != nil && c[0] == "new" && c[1] == key[0].Name
	}
	return isKey(op.Left) && isNew(op.Right) || isKey(op.Right) && isNew(op.Left)
}
