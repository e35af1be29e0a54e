package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// hiddenTable finds transition tables that have the name of a table: in the
// function the name stands for them (manual, section 39.1).
var hiddenTable = &Check{
	Code: "hidden-table", Severity: diag.Warning,
	Doc: "In the function of a trigger the name of a transition table hides a table of that name: a query of it sees the rows that the statement wrote " +
		"and no others.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			for _, name := range []*ast.Ident{h.OldTable, h.NewTable} {
				if name == nil {
					continue
				}
				at := name.Span
				hidden := p.DB.RelationAt(ast.Name{Name: name.Name, Span: at}, at.File, at.Start)
				if hidden == nil || b.Func != nil && slices.Contains(b.Func.Decl.Sets, "search_path") && !slices.Contains(b.Func.Decl.SearchPath, hidden.Schema) {
					continue
				}
				p.Report(diag.Diagnostic{
					Span:    at,
					Message: fmt.Sprintf("in the function %q is these rows alone, not %s %q", name.Name, hidden.Kind, hidden.Name),
					Help:    "give the transition table a name of its own",
					Related: []diag.Related{{Span: hidden.Decl, Message: "declared here"}},
				})
			}
		})
	},
}
