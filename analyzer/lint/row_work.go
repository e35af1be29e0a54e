package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// rowWork finds triggers that run a statement for each row where one for all
// would do.
var rowWork = &Check{
	Code: "row-work", Severity: diag.Note,
	Doc: "A trigger AFTER each row whose function is one INSERT of values of the row runs it as often as there are rows. FOR EACH STATEMENT, " +
		"one INSERT … SELECT of a transition table does the same and is several times as fast for many rows.",
	Run: func(p *Pass) {
		var told []*schema.Function
		p.bodies(func(b body) {
			h := b.header()
			if h.Timing != ast.After || h.Level != ast.Row || b.Decl.Constraint || len(h.Events) != 1 || len(h.Events[0].Columns) > 0 ||
				b.Table.Partitioned() || len(b.Table.Children) > 0 || slices.Contains(told, b.Func) {
				return
			}
			q := onlyInsert(b.block)
			if q == nil || p.DB.RelationAt(q.Target.Name, q.Target.Name.Span.File, q.Target.Name.Span.Start) == b.Table {
				return
			}
			told = append(told, b.Func)
			table := "NEW TABLE AS new_rows"
			if h.Events[0].Event == ast.Delete {
				table = "OLD TABLE AS old_rows"
			}
			p.Report(diag.Diagnostic{
				Span:    b.Decl.Name.Span,
				Message: fmt.Sprintf("this runs an INSERT into %q for each row; one for all rows of a statement is faster", q.Target.Name.String()),
				Help:    fmt.Sprintf("write REFERENCING %s FOR EACH STATEMENT, and INSERT … SELECT from it", table),
				Related: []diag.Related{{Span: q.Target.Name.Span, Message: "the INSERT"}},
			})
		})
	},
}

// onlyInsert returns the INSERT of values that is all that a body does, or nil.
func onlyInsert(block *ast.Block) *ast.Query {
	if len(block.Decls) > 0 || len(block.Handlers) > 0 || len(block.Stmts) != 2 {
		return nil
	}
	if _, ok := block.Stmts[1].(*ast.Return); !ok {
		return nil
	}
	exec, ok := block.Stmts[0].(*ast.ExecSQL)
	if !ok || exec.Into != nil {
		return nil
	}
	q, ok := exec.SQL.Root.(*ast.Query)
	if !ok || q.Kind != ast.InsertQuery || q.Clauses == nil || q.Clauses.Conflict != nil || len(q.Clauses.With) > 0 || q.Clauses.Source == nil {
		return nil
	}
	if src := q.Clauses.Source.Clauses; src == nil || len(src.Values) != 1 {
		return nil
	}
	plain := true
	ast.Walk(q, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SubLink:
			plain = false
		case *ast.ColumnRef: // TG_OP and the like too
			if row, column := rowOf(n.Parts, n.Star); len(n.Parts) > 0 && (row == "" || column == "") {
				plain = false
			}
		}
		return plain
	})
	if !plain {
		return nil
	}
	return q
}
