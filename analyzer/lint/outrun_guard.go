package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// outrunGuard finds guards that judge a row which another trigger still
// changes: BEFORE triggers fire in the order of their names (manual, section
// 39.1).
var outrunGuard = &Check{
	Code: "outrun-guard", Severity: diag.Warning,
	Doc: "A guard that fires BEFORE sees the row as it is then. A BEFORE trigger whose name is later in the alphabet can change the row after it.",
	Run: func(p *Pass) {
		writers := map[*schema.Relation][]writer{}
		for _, u := range p.Units {
			for _, t := range u.Triggers {
				if !t.Adopted && t.Timing == ast.Before && t.Level == ast.Row && writes(t) {
					writers[t.Table] = append(writers[t.Table], writer{t.Name, t.Events, diag.Related{Span: u.NameSpan, Message: "trigger declared here"}})
				}
			}
		}
		for _, rel := range p.DB.Relations() {
			for _, t := range rel.Triggers {
				if h := t.Decl.Header; h.Timing == ast.Before && h.Level == ast.Row {
					w := writer{name: t.Name, at: diag.Related{Span: t.Decl.Name.Span, Message: "trigger declared here"}}
					for _, e := range h.Events {
						w.events = append(w.events, ir.Event{Event: e.Event})
					}
					writers[rel] = append(writers[rel], w)
				}
			}
		}
		for _, u := range p.Units {
			var later []writer
			for _, guard := range u.Triggers {
				if guard.Violation == nil || guard.Timing != ast.Before || guard.Level != ast.Row || writes(guard) {
					continue
				}
				for _, w := range writers[u.Table] {
					if w.name > guard.Name && overlap(guard.Events, w.events) && !slices.ContainsFunc(later, func(o writer) bool { return o.name == w.name }) {
						later = append(later, w)
					}
				}
			}
			if len(later) == 0 {
				continue
			}
			names, notes := make([]string, len(later)), make([]diag.Related, len(later))
			for i, w := range later {
				names[i], notes[i] = fmt.Sprintf("%q", w.name), w.at
			}
			what, verb := "trigger ", " fires"
			if len(later) > 1 {
				what, verb = "triggers ", " fire"
			}
			p.Report(diag.Diagnostic{
				Span:    u.NameSpan,
				Message: what + strings.Join(names, ", ") + verb + " after this guard and can still change the row",
				Help:    "leave out BEFORE: the guard then judges the row as it was written",
				Related: notes,
			})
		}
	},
}

// A writer is a BEFORE trigger that may change the row.
type writer struct {
	name   string
	events []ir.Event
	at     diag.Related
}

// writes reports whether a trigger assigns columns of NEW, or may.
func writes(t *ir.Trigger) bool {
	if !t.Function.Own {
		return true
	}
	var any func([]ir.Stmt) bool
	any = func(list []ir.Stmt) bool {
		return slices.ContainsFunc(list, func(s ir.Stmt) bool {
			switch s := s.(type) {
			case ir.Assign, ir.Raw:
				return true
			case ir.If:
				return any(s.Then) || any(s.Else)
			}
			return false
		})
	}
	return any(t.Function.Body)
}

// overlap reports whether triggers share an event that has a new row.
func overlap(a, b []ir.Event) bool {
	return slices.ContainsFunc(a, func(x ir.Event) bool {
		return x.Event != ast.Delete && slices.ContainsFunc(b, func(y ir.Event) bool { return x.Event == y.Event })
	})
}
