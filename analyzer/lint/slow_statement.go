package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// slowStatement finds joins of the two transition tables that Postgres plans as
// a nested loop: it knows nothing of how many rows they have.
var slowStatement = &Check{
	Code: "slow-statement", Severity: diag.Warning,
	Doc: "EXISTS over a join of both transition tables is planned as a nested loop, which takes seconds for thousands of rows and hours for millions. " +
		"EXCEPT over the columns, or a FULL JOIN, is not.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			if h.OldTable == nil || h.NewTable == nil {
				return
			}
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				sql, _ := parts(s)
				for _, text := range sql {
					ast.Walk(text.Root, func(n ast.Node) bool {
						link, ok := n.(*ast.SubLink)
						if !ok || link.Kind != ast.ExistsLink || link.Query == nil || link.Query.Clauses == nil || link.Query.Clauses.SetOp != "" {
							return true
						}
						if b.joinsBoth(link.Query.Clauses.From) {
							p.Report(diag.Diagnostic{
								Span:    link.Span(),
								Message: "Postgres plans this as a nested loop over the old and the new rows, which is slow where a statement writes many",
								Help:    "write EXISTS (SELECT … FROM old EXCEPT SELECT … FROM new), or a FULL JOIN on the key",
								Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
							})
							return false
						}
						return true
					})
				}
			})
		})
	},
}

// joinsBoth reports whether FROM joins the two transition tables, other than by
// a FULL JOIN.
func (b body) joinsBoth(from []*ast.From) bool {
	var old, new bool
	var in func(f *ast.From)
	in = func(f *ast.From) {
		switch {
		case f == nil || f.Outer == "FULL":
		case f.Kind == ast.FromJoin:
			in(f.Left)
			in(f.Right)
		case f.Kind == ast.FromRelation && f.Relation.Name.Schema == "":
			old = old || f.Relation.Name.Name == b.header().OldTable.Name
			new = new || f.Relation.Name.Name == b.header().NewTable.Name
		}
	}
	for _, f := range from {
		in(f)
	}
	return old && new
}
