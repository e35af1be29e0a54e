package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// unfiredTrigger finds triggers of views for each statement that never fire: a
// statement that Postgres, or a rule, turns into one on the table behind the
// view fires the triggers of that table alone (manual, section 39.1).
var unfiredTrigger = &Check{
	Code: "unfired-trigger", Severity: diag.Warning,
	Doc: "A trigger of a view FOR EACH STATEMENT fires only where a trigger INSTEAD OF the same event writes the view's rows. " +
		"Otherwise the statement becomes one on the table behind the view, whose triggers fire instead.",
	Run: func(p *Pass) {
		if p.Failed > 0 {
			return // the trigger that is missing may be one that has a mistake
		}
		for _, u := range p.Units {
			if u.Table.Kind != ast.View {
				continue
			}
			for _, t := range u.Triggers {
				for _, e := range t.Events {
					if t.Level == ast.Statement && !insteadOf(p.Program, u.Table, e.Event) {
						p.Report(diag.Diagnostic{
							Span:    u.NameSpan,
							Message: fmt.Sprintf("this never fires: view %q has no trigger INSTEAD OF %s", u.Table.Name, e.Event),
							Help:    "put it at the table behind the view",
						})
					}
				}
			}
		}
	},
}

// insteadOf reports whether a view has a trigger INSTEAD OF an event.
func insteadOf(prog *ir.Program, view *schema.Relation, event ast.Event) bool {
	for _, u := range prog.Units {
		for _, t := range u.Triggers {
			if u.Table == view && t.Timing == ast.InsteadOf && slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == event }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(view.Triggers, func(t *schema.Trigger) bool {
		return t.Decl.Header.Timing == ast.InsteadOf && slices.ContainsFunc(t.Decl.Header.Events, func(e ast.EventSpec) bool { return e.Event == event })
	})
}
