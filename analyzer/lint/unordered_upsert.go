package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// unorderedUpsert finds statements that lock the rows of another table in the
// order in which they come.
var unorderedUpsert = &Check{
	Code: "unordered-upsert", Severity: diag.Note,
	Doc: "INSERT … SELECT … ON CONFLICT DO UPDATE of the rows of a transition table locks rows in the order in which they come. Two statements that come upon " +
		"the same rows in different orders deadlock; with ORDER BY the key they wait for each other.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			if h.OldTable == nil && h.NewTable == nil {
				return
			}
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				exec, ok := s.(*ast.ExecSQL)
				if !ok {
					return
				}
				q, ok := exec.SQL.Root.(*ast.Query)
				if !ok || q.Kind != ast.InsertQuery || q.Clauses == nil || q.Clauses.Conflict == nil || !q.Clauses.Conflict.Update || q.Clauses.Source == nil {
					return
				}
				src := q.Clauses.Source
				c := src.Clauses
				if c == nil || len(c.Order) > 0 || len(c.From) == 0 || c.Having != nil && len(c.Group) == 0 || !b.transition(exec.SQL.Root) {
					return // HAVING without GROUP BY is of one row
				}
				p.Report(diag.Diagnostic{
					Span:    q.Target.Name.Span,
					Message: fmt.Sprintf("rows of %q are locked in the order in which they come, so two statements at once can deadlock", q.Target.Name.String()),
					Help:    "add ORDER BY the columns of ON CONFLICT to the SELECT",
				})
			})
		})
	},
}

// transition reports whether a query reads a transition table.
func (b body) transition(n ast.Node) bool {
	h := b.header()
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if r, ok := n.(*ast.Relation); ok && r.Name.Schema == "" {
			found = found || h.OldTable != nil && h.OldTable.Name == r.Name.Name || h.NewTable != nil && h.NewTable.Name == r.Name.Name
		}
		return !found
	})
	return found
}
