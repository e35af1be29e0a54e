package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// setOrder finds columns that are to be exchanged: a value sees what those
// before it have set, so one of two is lost.
var setOrder = &Check{
	Code: "set-order", Severity: diag.Warning,
	Doc: "SET a = NEW.b, b = NEW.a gives both the value of b: a value sees what those before it have set. One subquery gives several at once.",
	Run: func(p *Pass) {
		for _, u := range p.Units {
			reads := map[string][]string{}
			for _, a := range u.Assigns {
				if a.Value != nil {
					reads[a.Column.Name] = newColumns(u.Table, a.Value.Root, nil)
				}
			}
			for i, a := range u.Assigns {
				for _, earlier := range u.Assigns[:i] {
					if a.Value == nil || earlier.Value == a.Value || !leads(reads, earlier.Column.Name, a.Column.Name, len(u.Assigns)) {
						continue
					}
					ast.Walk(a.Value.Root, func(n ast.Node) bool {
						if c := rowColumn(n); c != nil && c[0] == "new" && c[1] == earlier.Column.Name {
							p.Report(diag.Diagnostic{
								Span:    n.Span(),
								Message: fmt.Sprintf("column %q has been set before this, so it is not what it was", c[1]),
								Help:    "set all columns at once: (a, b) = (SELECT NEW.b, NEW.a)",
								Related: []diag.Related{{Span: earlier.Column.Span, Message: "set here"}},
							})
							return false
						}
						return true
					})
				}
			}
		}
	},
}

// leads reports whether the value of a column is made of another, perhaps by
// way of more.
func leads(reads map[string][]string, from, to string, steps int) bool {
	if steps == 0 {
		return false
	}
	for _, c := range reads[from] {
		if c == to || c != from && leads(reads, c, to, steps-1) {
			return true
		}
	}
	return false
}
